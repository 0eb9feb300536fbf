package dev.waymark.report;

import dev.waymark.diagnostic.Severity;
import dev.waymark.report.Finding.Other;

/**
 * Workflow commands, by which GitHub Actions shows messages beside lines (github/docs, workflow-commands.md; escaping
 * as in actions/toolkit, packages/core/src/command.ts). A line of output is one command, whatever a message holds.
 */
public final class GithubReport {
    private GithubReport() {}

    public static String print(Findings findings) {
        StringBuilder text = new StringBuilder();
        findings.list().forEach(finding -> text.append(command(finding)).append('\n'));
        return text.toString();
    }

    private static String command(Finding finding) {
        String file = Printable.of(FileName.relative(finding.file()));
        return "::" + word(finding.severity())
                + " file=" + property(file)
                + "," + place(finding.region())
                + ",title=" + finding.rule().id()
                + "::" + escaped(message(finding));
    }

    private static String word(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    /** GitHub takes columns within one line only. */
    private static String place(Region region) {
        return region.line() == region.endLine()
                ? "line=%d,col=%d,endLine=%d,endColumn=%d"
                        .formatted(region.line(), region.column(), region.endLine(), region.endColumn())
                : "line=%d,endLine=%d".formatted(region.line(), region.endLine());
    }

    private static String message(Finding finding) {
        StringBuilder message = new StringBuilder(finding.sentences().lines());
        for (Other other : finding.related()) {
            message.append('\n').append(Printable.of(other.place() + ": " + other.message()));
        }
        return message.toString();
    }

    private static String property(String text) {
        return escaped(text).replace(":", "%3A").replace(",", "%2C");
    }

    private static String escaped(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
