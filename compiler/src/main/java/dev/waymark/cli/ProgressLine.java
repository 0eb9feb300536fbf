package dev.waymark.cli;

import dev.waymark.Progress;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** One line on a terminal that says how far the work is, once that takes more than a second. */
final class ProgressLine implements Progress {
    private static final long PATIENCE = 1_000_000_000;
    private static final long REFRESH = 100_000_000;
    private static final String BLANK = "\r\u001B[K";

    private final PrintStream terminal;
    private final LongSupplier nanoseconds;
    private long next;
    private boolean shown;

    ProgressLine(PrintStream terminal, LongSupplier nanoseconds) {
        this.terminal = terminal;
        this.nanoseconds = nanoseconds;
        this.next = nanoseconds.getAsLong() + PATIENCE;
    }

    @Override
    public void step(String phase, long done, long all) {
        long now = nanoseconds.getAsLong();
        if (now - next < 0) {
            return;
        }
        next = now + REFRESH;
        shown = true;
        String of = all == 0 ? "" : String.format(Locale.ROOT, " of %,d", all);
        terminal.print(BLANK + phase + String.format(Locale.ROOT, ": %,d", done) + of);
        terminal.flush();
    }

    /** Makes room for what is printed next. */
    void clear() {
        if (shown) {
            terminal.print(BLANK);
            terminal.flush();
            shown = false;
        }
    }
}
