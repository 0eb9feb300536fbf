package dev.waymark;

import dev.waymark.diagnostic.Severity;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What to compile.
 *
 * @param inputs files and folders; {@code -} is standard input
 * @param failOn the least severity at which nothing is written
 */
public record CompileRequest(List<String> inputs, InputStream standardInput, Severity failOn) {
    public CompileRequest {
        inputs = Collections.unmodifiableList(new ArrayList<>(inputs));
    }

    /** Compiles files and folders, and fails on errors. */
    public static CompileRequest of(List<String> inputs) {
        return new CompileRequest(inputs, InputStream.nullInputStream(), Severity.ERROR);
    }

    public CompileRequest failOn(Severity severity) {
        return new CompileRequest(inputs, standardInput, severity);
    }
}
