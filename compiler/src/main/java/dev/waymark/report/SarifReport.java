package dev.waymark.report;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic.Related;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** A log in the Static Analysis Results Interchange Format 2.1.0, with the rules that found something. */
public final class SarifReport {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final List<Finding> findings;
    private final List<Code> rules;

    private SarifReport(List<Finding> findings) {
        SortedSet<Code> found = findings.stream()
                .map(finding -> finding.diagnostic().code())
                .collect(Collectors.toCollection(TreeSet::new));
        this.findings = findings;
        this.rules = List.copyOf(found);
    }

    public static String print(Findings findings) {
        SarifReport report = new SarifReport(findings.list());
        return Json.printAscii(report::write);
    }

    private void write(JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("$schema", SCHEMA);
        json.writeStringProperty("version", "2.1.0");
        json.writeArrayPropertyStart("runs");
        json.writeStartObject();
        tool(json);
        json.writeStringProperty("columnKind", "unicodeCodePoints");
        json.writeArrayPropertyStart("newlineSequences");
        List.of("\r\n", "\n", "\r").forEach(json::writeString);
        json.writeEndArray();
        json.writeArrayPropertyStart("results");
        findings.forEach(finding -> result(json, finding));
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void tool(JsonGenerator json) {
        json.writeObjectPropertyStart("tool");
        json.writeObjectPropertyStart("driver");
        json.writeStringProperty("name", "waymark");
        json.writeArrayPropertyStart("rules");
        rules.forEach(code -> rule(json, code));
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void rule(JsonGenerator json, Code code) {
        json.writeStartObject();
        json.writeStringProperty("id", code.id());
        json.writeStringProperty("name", code.kebabName());
        text(json, "shortDescription", code.title());
        text(json, "fullDescription", code.summary());
        text(json, "help", code.advice());
        json.writeObjectPropertyStart("defaultConfiguration");
        json.writeStringProperty("level", code.severity().word());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void result(JsonGenerator json, Finding finding) {
        Code code = finding.diagnostic().code();
        json.writeStartObject();
        json.writeStringProperty("ruleId", code.id());
        json.writeNumberProperty("ruleIndex", rules.indexOf(code));
        json.writeStringProperty("level", finding.diagnostic().severity().word());
        text(json, "message", Sentences.of(finding.diagnostic()).lines());
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        physicalLocation(json, finding.file(), finding.region());
        json.writeEndObject();
        json.writeEndArray();
        relatedLocations(json, finding.diagnostic().related());
        single(json, "partialFingerprints", "waymark/v1", finding.fingerprint());
        json.writeEndObject();
    }

    private static void relatedLocations(JsonGenerator json, List<Related> all) {
        json.writeArrayPropertyStart("relatedLocations");
        for (Related related : all) {
            json.writeStartObject();
            physicalLocation(json, related.span().file().name(), Region.of(related.span()));
            text(json, "message", Printable.of(related.message()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void physicalLocation(JsonGenerator json, String file, Region region) {
        json.writeObjectPropertyStart("physicalLocation");
        single(json, "artifactLocation", "uri", FileName.uri(file));
        json.writeObjectPropertyStart("region");
        json.writeNumberProperty("startLine", region.line());
        json.writeNumberProperty("startColumn", region.column());
        json.writeNumberProperty("endLine", region.endLine());
        json.writeNumberProperty("endColumn", region.endColumn());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, String text) {
        single(json, name, "text", inert(text));
    }

    /** An object with one property. */
    private static void single(JsonGenerator json, String object, String name, String value) {
        json.writeObjectPropertyStart(object);
        json.writeStringProperty(name, value);
        json.writeEndObject();
    }

    /** Neither a placeholder (SARIF section 3.11.5) nor a link (3.11.6), whatever an input holds. */
    private static String inert(String text) {
        return text.replace("{", "{{").replace("}", "}}").replace("](", "] (");
    }
}
