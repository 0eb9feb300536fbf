package dev.waymark.report;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Diagnostic.Related;
import dev.waymark.diagnostic.Explanation;
import dev.waymark.output.StaleFile;
import dev.waymark.output.WriteResult;
import dev.waymark.review.EffectPage;
import dev.waymark.source.Span;
import dev.waymark.yaml.Place;
import dev.waymark.yaml.Places;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** Results for programs, in the shapes that the commands document. */
public final class JsonReport {
    private final Places places;

    public JsonReport(Places places) {
        this.places = places;
    }

    /** {@code {"diagnostics", "summary"}}. */
    public String diagnostics(List<Diagnostic> diagnostics) {
        return print(json -> {}, diagnostics);
    }

    /** {@code {"written", "removed", "unchanged", "diagnostics", "summary"}}. */
    public String rendered(WriteResult result, List<Diagnostic> diagnostics) {
        return print(
                json -> {
                    strings(json, "written", result.written());
                    strings(json, "removed", result.removed());
                    json.writeNumberProperty("unchanged", result.unchanged());
                },
                diagnostics);
    }

    /** {@code {"stale", "diagnostics", "summary"}}. */
    public String checked(Collection<StaleFile> stale, List<Diagnostic> diagnostics) {
        return print(
                json -> {
                    json.writeArrayPropertyStart("stale");
                    for (StaleFile file : stale) {
                        json.writeStartObject();
                        json.writeStringProperty("path", file.path());
                        json.writeStringProperty("reason", file.reason().word());
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                },
                diagnostics);
    }

    /** {@code {"code", "name", "severity", "istioReason", "text"}}. */
    public static String explanation(Explanation page) {
        return print(json -> {
            json.writeStringProperty("code", page.code().id());
            json.writeStringProperty("name", page.code().kebabName());
            json.writeStringProperty("severity", page.code().severity().word());
            stringOrNull(json, "istioReason", page.code().istioReason());
            json.writeStringProperty("text", page.text());
        });
    }

    /** {@code {"effect", "grade", "text"}}. */
    public static String explanation(EffectPage page) {
        return print(json -> {
            json.writeStringProperty("effect", page.rule().word());
            json.writeStringProperty("grade", page.rule().grade().word());
            json.writeStringProperty("text", page.text());
        });
    }

    private String print(Consumer<JsonGenerator> result, List<Diagnostic> diagnostics) {
        return print(json -> {
            result.accept(json);
            write(json, "diagnostics", diagnostics);
            write(json, Summary.of(diagnostics));
        });
    }

    private static String print(Consumer<JsonGenerator> properties) {
        return Json.print(json -> {
            json.writeStartObject();
            properties.accept(json);
            json.writeEndObject();
        });
    }

    private static void strings(JsonGenerator json, String name, Collection<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    /** A list of diagnostics under a name. */
    void write(JsonGenerator json, String name, List<Diagnostic> diagnostics) {
        json.writeArrayPropertyStart(name);
        diagnostics.forEach(diagnostic -> write(json, diagnostic));
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, Summary summary) {
        json.writeObjectPropertyStart("summary");
        json.writeNumberProperty("errors", summary.errors());
        json.writeNumberProperty("warnings", summary.warnings());
        json.writeNumberProperty("notes", summary.notes());
        json.writeEndObject();
    }

    private void write(JsonGenerator json, Diagnostic diagnostic) {
        json.writeStartObject();
        json.writeStringProperty("code", diagnostic.code().id());
        json.writeStringProperty("name", diagnostic.code().kebabName());
        json.writeStringProperty("severity", diagnostic.severity().word());
        json.writeStringProperty("message", diagnostic.message());
        stringOrNull(json, "cluster", diagnostic.cluster().orElse(""));
        place(json, diagnostic.span(), diagnostic.subject());
        json.writeArrayPropertyStart("related");
        diagnostic.related().forEach(related -> write(json, related));
        json.writeEndArray();
        stringOrNull(json, "help", diagnostic.help());
        stringOrNull(json, "istioReason", diagnostic.code().istioReason());
        json.writeEndObject();
    }

    private void place(JsonGenerator json, Optional<Span> span, Optional<Span> subject) {
        Optional<Place> place = span.map(places::of);
        if (place.isEmpty()) {
            for (String name : List.of("file", "document", "line", "column", "endLine", "endColumn", "path")) {
                json.writeNullProperty(name);
            }
            return;
        }
        json.writeStringProperty("file", span.get().file().name());
        json.writeNumberProperty("document", place.get().document());
        position(json, span.get());
        json.writeStringProperty(
                "path", subject.map(places::ofValue).orElse(place.get()).pointer());
    }

    private static void write(JsonGenerator json, Related related) {
        json.writeStartObject();
        json.writeStringProperty("message", related.message());
        json.writeStringProperty("file", related.span().file().name());
        position(json, related.span());
        json.writeEndObject();
    }

    private static void position(JsonGenerator json, Span span) {
        json.writeNumberProperty("line", span.line());
        json.writeNumberProperty("column", span.column());
        json.writeNumberProperty("endLine", span.endLine());
        json.writeNumberProperty("endColumn", span.endColumn());
    }

    private static void stringOrNull(JsonGenerator json, String name, String value) {
        if (value.isEmpty()) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }
}
