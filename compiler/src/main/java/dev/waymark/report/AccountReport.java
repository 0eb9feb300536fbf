package dev.waymark.report;

import dev.waymark.reasons.Account;
import dev.waymark.reasons.Account.Step;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Why a target has the waypoint that it has, for people and for programs. */
public final class AccountReport {
    private static final int INDENT = 5;

    private AccountReport() {}

    /** {@code {"target", "routes", "steps", "remedies"}}. */
    public static String json(Account account, Optional<String> cluster) {
        return Json.print(json -> {
            json.writeStartObject();
            json.writeObjectPropertyStart("target");
            json.writeStringProperty("kind", account.kind());
            json.writeStringProperty("namespace", account.namespace());
            json.writeStringProperty("name", account.name());
            json.writeEndObject();
            json.writeArrayPropertyStart("routes");
            account.routes().forEach(route -> RoutesReport.write(json, route, cluster));
            json.writeEndArray();
            json.writeArrayPropertyStart("steps");
            account.steps().forEach(step -> write(json, step));
            json.writeEndArray();
            json.writeArrayPropertyStart("remedies");
            account.remedies().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, Step step) {
        json.writeStartObject();
        json.writeStringProperty("text", step.text());
        step.at()
                .ifPresentOrElse(
                        span -> {
                            json.writeStringProperty("file", span.file().name());
                            json.writeNumberProperty("line", span.line());
                            json.writeNumberProperty("column", span.column());
                        },
                        () -> List.of("file", "line", "column").forEach(json::writeNullProperty));
        json.writeEndObject();
    }

    /** The answer, the reasons one after another with their places, and the ways out. */
    public static String text(Account account, Page page) {
        StringBuilder text = new StringBuilder();
        paragraph(text, "", account.answer(), page, 0);
        text.append("\nBecause\n");
        int number = 0;
        for (Step step : account.steps()) {
            String mark = String.format("%3d. ", ++number);
            paragraph(text, mark, step.text(), page, INDENT);
            step.at()
                    .ifPresent(span -> text.append(" ".repeat(INDENT))
                            .append("--> ")
                            .append(Printable.of(span.toString()))
                            .append('\n'));
        }
        if (!account.remedies().isEmpty()) {
            text.append("\nTo change that\n");
            account.remedies().forEach(remedy -> paragraph(text, "  -  ", remedy, page, INDENT));
        }
        return text.toString();
    }

    private static void paragraph(StringBuilder text, String mark, String sentence, Page page, int indent) {
        text.append(mark);
        page.lines(Printable.of(sentence), mark.length(), indent)
                .forEach(line -> text.append(line).append('\n'));
    }
}
