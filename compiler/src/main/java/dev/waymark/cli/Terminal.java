package dev.waymark.cli;

import dev.waymark.Progress;
import dev.waymark.report.Page;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Optional;

/** Where a command reads and prints. */
final class Terminal {
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;
    private final Screen outScreen;
    private final Screen errScreen;
    private final Optional<ProgressLine> progress;

    Terminal(InputStream in, PrintStream out, PrintStream err, Screen outScreen, Screen errScreen) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.outScreen = outScreen;
        this.errScreen = errScreen;
        this.progress = errScreen.watched() ? Optional.of(new ProgressLine(err, System::nanoTime)) : Optional.empty();
    }

    /**
     * What is known of where a stream goes.
     *
     * @param watched whether a person sees it at once
     * @param coloured unless an option says otherwise
     * @param width cells of a line
     */
    record Screen(boolean watched, boolean coloured, int width) {
        /** A file, or a pipe. */
        static final Screen NONE = new Screen(false, false, Page.UNLIMITED);
    }

    InputStream in() {
        return in;
    }

    PrintStream err() {
        return err;
    }

    Screen outScreen() {
        return outScreen;
    }

    Screen errScreen() {
        return errScreen;
    }

    Progress progress() {
        return progress.isPresent() ? progress.get() : Progress.NONE;
    }

    /** Prints text that ends with a line break of its own. */
    void result(String text) {
        progress.ifPresent(ProgressLine::clear);
        out.print(text);
        out.flush();
    }

    /** Prints bytes as they are. */
    void result(byte[] bytes) {
        progress.ifPresent(ProgressLine::clear);
        out.writeBytes(bytes);
        out.flush();
    }

    void message(String text) {
        progress.ifPresent(ProgressLine::clear);
        err.print(text);
        err.flush();
    }
}
