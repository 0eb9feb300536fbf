package dev.waymark;

import dev.waymark.diagnostic.Severity;
import dev.waymark.kube.IstioVersion;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What to compile.
 *
 * @param inputs files and folders; {@code -} is standard input
 * @param failOn the least severity at which nothing is written
 * @param istioVersion what holds in place of a version that the documents state
 */
public record CompileRequest(
        List<String> inputs,
        InputStream standardInput,
        Severity failOn,
        Optional<IstioVersion> istioVersion,
        Progress progress) {
    public CompileRequest {
        inputs = Collections.unmodifiableList(new ArrayList<>(inputs));
    }

    public CompileRequest(List<String> inputs, InputStream standardInput, Severity failOn) {
        this(inputs, standardInput, failOn, Optional.empty(), Progress.NONE);
    }

    /** Compiles files and folders, and fails on errors. */
    public static CompileRequest of(List<String> inputs) {
        return new CompileRequest(inputs, InputStream.nullInputStream(), Severity.ERROR);
    }

    public CompileRequest failOn(Severity severity) {
        return new CompileRequest(inputs, standardInput, severity, istioVersion, progress);
    }

    public CompileRequest istioVersion(IstioVersion version) {
        return new CompileRequest(inputs, standardInput, failOn, Optional.of(version), progress);
    }
}
