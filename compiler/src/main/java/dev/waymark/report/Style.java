package dev.waymark.report;

import dev.waymark.diagnostic.Severity;

/** Colours of a terminal, or none. */
public enum Style {
    PLAIN,
    COLOURED;

    private static final String RESET = "\u001B[0m";

    String severity(Severity severity, String text) {
        return switch (severity) {
            case ERROR -> paint("1;31", text);
            case WARNING -> paint("1;33", text);
            case NOTE -> paint("1;36", text);
        };
    }

    String strong(String text) {
        return paint("1", text);
    }

    String frame(String text) {
        return paint("34", text);
    }

    private String paint(String codes, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001B[" + codes + "m" + text + RESET;
    }
}
