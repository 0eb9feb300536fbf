package dev.waymark.diagnostic;

import java.util.Locale;

/** How much a diagnostic matters; an error stops the run at its gate. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE;

    /** The word in messages and formats: {@code error}, {@code warning}, {@code note}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
