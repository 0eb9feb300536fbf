package dev.waymark.report;

import dev.waymark.report.Finding.Other;
import dev.waymark.report.Finding.Spot;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** A log in the Static Analysis Results Interchange Format 2.1.0, with the rules that found something. */
public final class SarifReport {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final List<Finding> findings;
    private final List<FindingRule> rules;

    private SarifReport(List<Finding> findings) {
        Set<FindingRule> found = findings.stream().map(Finding::rule).collect(Collectors.toSet());
        this.findings = findings;
        this.rules = FindingRule.all().filter(found::contains).toList();
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
        rules.forEach(rule -> rule(json, rule));
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void rule(JsonGenerator json, FindingRule rule) {
        json.writeStartObject();
        json.writeStringProperty("id", rule.id());
        json.writeStringProperty("name", rule.name());
        text(json, "shortDescription", rule.title());
        text(json, "fullDescription", rule.summary());
        text(json, "help", rule.advice());
        json.writeObjectPropertyStart("defaultConfiguration");
        json.writeStringProperty("level", rule.severity().word());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void result(JsonGenerator json, Finding finding) {
        json.writeStartObject();
        json.writeStringProperty("ruleId", finding.rule().id());
        json.writeNumberProperty("ruleIndex", rules.indexOf(finding.rule()));
        json.writeStringProperty("level", finding.severity().word());
        text(json, "message", finding.sentences().lines());
        json.writeArrayPropertyStart("locations");
        json.writeStartObject();
        physicalLocation(json, finding.place());
        json.writeEndObject();
        json.writeEndArray();
        relatedLocations(json, finding.related());
        single(json, "partialFingerprints", "waymark/v1", finding.fingerprint());
        json.writeEndObject();
    }

    private static void relatedLocations(JsonGenerator json, List<Other> all) {
        json.writeArrayPropertyStart("relatedLocations");
        for (Other other : all) {
            json.writeStartObject();
            physicalLocation(json, other.place());
            text(json, "message", Printable.of(other.message()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void physicalLocation(JsonGenerator json, Spot place) {
        Region region = place.region();
        json.writeObjectPropertyStart("physicalLocation");
        single(json, "artifactLocation", "uri", FileName.uri(place.file()));
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
