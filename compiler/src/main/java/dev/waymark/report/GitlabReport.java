package dev.waymark.report;

import dev.waymark.diagnostic.Severity;
import tools.jackson.core.JsonGenerator;

/** A code quality report of GitLab (gitlabhq, doc/ci/testing/code_quality.md). */
public final class GitlabReport {
    private GitlabReport() {}

    public static String print(Findings findings) {
        return Json.printAscii(json -> {
            json.writeStartArray();
            findings.list().forEach(finding -> write(json, finding));
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, Finding finding) {
        Sentences sentences = finding.sentences();
        json.writeStartObject();
        json.writeStringProperty(
                "description",
                sentences.message() + sentences.help().map(help -> "; " + help).orElse(""));
        json.writeStringProperty("check_name", finding.rule().id());
        json.writeStringProperty("fingerprint", finding.fingerprint());
        json.writeStringProperty("severity", word(finding.severity()));
        json.writeObjectPropertyStart("location");
        json.writeStringProperty("path", FileName.relative(finding.file()));
        json.writeObjectPropertyStart("lines");
        json.writeNumberProperty("begin", finding.region().line());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    /** An error or a danger lets traffic bypass a policy; {@code blocker} is left for what stops a pipeline itself. */
    private static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "critical";
            case WARNING -> "minor";
            case NOTE -> "info";
        };
    }
}
