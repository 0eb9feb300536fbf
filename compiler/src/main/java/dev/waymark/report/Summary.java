package dev.waymark.report;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;

/** How many diagnostics there are of each severity. */
public record Summary(long errors, long warnings, long notes) {
    public static Summary of(List<Diagnostic> diagnostics) {
        return new Summary(
                count(diagnostics, Severity.ERROR),
                count(diagnostics, Severity.WARNING),
                count(diagnostics, Severity.NOTE));
    }

    private static long count(List<Diagnostic> diagnostics, Severity severity) {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.severity() == severity)
                .count();
    }

    /** {@code 2 errors, 1 warning}; {@code no problems} where there is nothing. */
    public String words() {
        List<String> words = new ArrayList<>();
        add(words, errors, "error");
        add(words, warnings, "warning");
        add(words, notes, "note");
        return words.isEmpty() ? "no problems" : String.join(", ", words);
    }

    private static void add(List<String> words, long count, String noun) {
        if (count > 0) {
            words.add(Count.of(count, noun));
        }
    }
}
