package dev.waymark.report;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.review.Effect;
import dev.waymark.review.Effect.Cause;
import dev.waymark.review.ManifestChange;
import dev.waymark.review.ManifestChange.FieldChange;
import dev.waymark.review.PlanStep;
import dev.waymark.review.Problems;
import dev.waymark.review.Review;
import dev.waymark.review.Wording;
import dev.waymark.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/** What the script of a review's page shows, as JSON. All of it is fit to be shown, and what is absent is left out. */
final class ReviewData {
    /** Cells. */
    private static final int LONGEST_VALUE = 10_000;

    private final JsonGenerator json;

    private ReviewData(JsonGenerator json) {
        this.json = json;
    }

    static String print(Review review) {
        return Json.printInHtml(json -> new ReviewData(json).write(review));
    }

    private void write(Review review) {
        json.writeStartObject();
        list("effects", review.effects(), ReviewData::effect);
        json.writeObjectPropertyStart("problems");
        problems(review.problems());
        json.writeEndObject();
        list("plan", review.plan(), ReviewData::step);
        list("manifests", review.manifests(), ReviewData::manifest);
        json.writeEndObject();
    }

    private void problems(Problems problems) {
        list("introduced", problems.introduced(), ReviewData::problem);
        list("fixed", problems.fixed(), ReviewData::problem);
        list("unchanged", problems.unchanged(), ReviewData::problem);
    }

    private void effect(Effect effect) {
        text("rule", effect.rule().word());
        text("grade", effect.grade().word());
        text("cluster", effect.cluster());
        text("kind", effect.target().kind());
        text("namespace", effect.target().namespace());
        text("name", effect.target().words().substring(effect.target().kind().length() + 1));
        text("before", effect.before());
        text("after", effect.after());
        wording("message", effect.message());
        text("place", effect.cause().map(Cause::span).map(ReviewData::place));
        json.writeBooleanProperty(
                "removed", effect.cause().filter(Cause::removed).isPresent());
    }

    private void problem(Diagnostic problem) {
        Sentences sentences = Sentences.of(problem);
        text("severity", problem.severity().word());
        text("code", problem.code().id());
        text("name", problem.code().kebabName());
        text("cluster", problem.cluster());
        text("message", sentences.message());
        text("consequence", sentences.consequence());
        text("help", sentences.help());
        text("place", problem.span().map(ReviewData::place));
    }

    private void step(PlanStep step) {
        wording("title", step.title());
        list("details", step.details(), (data, detail) -> data.wording("text", detail));
        list("commands", step.commands(), (data, command) -> data.text("text", command));
    }

    private void manifest(ManifestChange manifest) {
        text("path", manifest.path());
        text("change", manifest.change().word());
        list("fields", manifest.fields(), ReviewData::field);
    }

    private void field(FieldChange field) {
        text("pointer", field.pointer());
        lines("before", field.before());
        lines("after", field.after());
    }

    /** A value of several lines is shown on as many, and a whole file within a value not to its end. */
    private void lines(String name, Optional<String> value) {
        value.map(text -> text.length() <= LONGEST_VALUE ? text : Cells.head(text, LONGEST_VALUE) + "…")
                .map(text -> Stream.of(text.split("\n", -1)).map(Printable::of).collect(Collectors.joining("\n")))
                .ifPresent(text -> json.writeStringProperty(name, text));
    }

    static String place(Span span) {
        return span.file().name() + ":" + span.line();
    }

    private <T> void list(String name, List<T> items, BiConsumer<ReviewData, T> writer) {
        json.writeArrayPropertyStart(name);
        for (T item : items) {
            json.writeStartObject();
            writer.accept(this, item);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Words of ours as strings, names as objects. */
    private void wording(String property, Wording wording) {
        json.writeArrayPropertyStart(property);
        for (Wording.Part part : wording.parts()) {
            if (part.name()) {
                json.writeStartObject();
                text("name", part.text());
                json.writeEndObject();
            } else {
                json.writeString(part.text());
            }
        }
        json.writeEndArray();
    }

    private void text(String name, Optional<String> value) {
        value.ifPresent(text -> text(name, text));
    }

    private void text(String name, String value) {
        json.writeStringProperty(name, Printable.of(value));
    }
}
