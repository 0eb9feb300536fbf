package dev.waymark.report;

import dev.waymark.review.Affected;
import dev.waymark.review.Effect;
import dev.waymark.review.ManifestChange;
import dev.waymark.review.ManifestChange.FieldChange;
import dev.waymark.review.PlanStep;
import dev.waymark.review.Review;
import dev.waymark.source.Span;
import dev.waymark.yaml.Places;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** A review for programs: all of it, as {@code schemas/review.schema.json} describes. */
public final class ReviewJson {
    private final JsonGenerator json;
    private final JsonReport diagnostics;

    private ReviewJson(JsonGenerator json, Places places) {
        this.json = json;
        this.diagnostics = new JsonReport(places);
    }

    /** @param plan whether the order in which to merge is asked for */
    public static String print(Review review, Places places, boolean plan) {
        return Json.print(json -> new ReviewJson(json, places).write(review, plan));
    }

    private void write(Review review, boolean plan) {
        json.writeStartObject();
        json.writeStringProperty("verdict", review.verdict().toString());
        json.writeArrayPropertyStart("effects");
        review.effects().forEach(this::write);
        json.writeEndArray();
        json.writeObjectPropertyStart("problems");
        diagnostics.write(json, "introduced", review.problems().introduced());
        diagnostics.write(json, "fixed", review.problems().fixed());
        diagnostics.write(json, "unchanged", review.problems().unchanged());
        json.writeEndObject();
        json.writeArrayPropertyStart("manifests");
        review.manifests().forEach(this::write);
        json.writeEndArray();
        if (plan) {
            json.writeArrayPropertyStart("plan");
            review.plan().forEach(this::write);
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void write(Effect effect) {
        json.writeStartObject();
        json.writeStringProperty("effect", effect.rule().word());
        json.writeStringProperty("grade", effect.grade().word());
        text("cluster", effect.cluster());
        json.writeName("target");
        write(effect.target());
        text("before", effect.before());
        text("after", effect.after());
        json.writeStringProperty("message", effect.message().toString());
        Optional<Span> span = effect.cause().map(Effect.Cause::span);
        text("file", span.map(found -> found.file().name()));
        span.ifPresentOrElse(
                found -> json.writeNumberProperty("line", found.line()), () -> json.writeNullProperty("line"));
        json.writeEndObject();
    }

    private void write(Affected target) {
        json.writeStartObject();
        json.writeStringProperty("kind", target.kind());
        json.writeStringProperty("namespace", target.namespace());
        json.writeStringProperty("name", target.name());
        json.writeEndObject();
    }

    private void write(ManifestChange manifest) {
        json.writeStartObject();
        json.writeStringProperty("path", manifest.path());
        json.writeStringProperty("change", manifest.change().word());
        json.writeArrayPropertyStart("fields");
        manifest.fields().forEach(this::write);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(FieldChange field) {
        json.writeStartObject();
        json.writeStringProperty("pointer", field.pointer());
        text("before", field.before());
        text("after", field.after());
        json.writeEndObject();
    }

    private void write(PlanStep step) {
        json.writeStartObject();
        json.writeStringProperty("title", step.title().toString());
        json.writeArrayPropertyStart("details");
        step.details().forEach(detail -> json.writeString(detail.toString()));
        json.writeEndArray();
        json.writeArrayPropertyStart("commands");
        step.commands().forEach(json::writeString);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void text(String name, Optional<String> value) {
        value.ifPresentOrElse(text -> json.writeStringProperty(name, text), () -> json.writeNullProperty(name));
    }
}
