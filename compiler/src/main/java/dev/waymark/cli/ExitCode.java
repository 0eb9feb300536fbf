package dev.waymark.cli;

/** What the process ends with. */
final class ExitCode {
    /** Done; warnings and notes too. */
    static final int OK = 0;
    /** Something was found: an error in an intent, a stale directory. */
    static final int FOUND = 1;
    /** The command could not work. */
    static final int TROUBLE = 2;

    private ExitCode() {}
}
