package dev.waymark.maven;

import dev.waymark.CompileResult;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import dev.waymark.report.LineReport;
import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import java.io.File;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.plugin.logging.Log;
import org.sonatype.plexus.build.incremental.BuildContext;
import org.sonatype.plexus.build.incremental.DefaultBuildContext;

/** Tells what was found: each message once in the log, and as a marker in the file where an editor runs the build. */
final class Messages {
    private final Log log;
    private final BuildContext context;

    Messages(Log log, BuildContext context) {
        this.log = log;
        this.context = context;
    }

    void write(CompileResult<?> result) {
        log(log, result.diagnostics());
        // Outside an editor the context would log everything once more.
        if (!(context instanceof DefaultBuildContext)) {
            result.places().documents().stream()
                    .map(document -> document.file().name())
                    .distinct()
                    .forEach(name -> context.removeMessages(new File(name)));
            result.diagnostics().forEach(this::mark);
        }
    }

    /** Writes to the log alone. */
    static void log(Log log, List<Diagnostic> diagnostics) {
        diagnostics.forEach(diagnostic -> LineReport.lines(diagnostic).forEach(level(log, diagnostic.severity())));
    }

    private static Consumer<String> level(Log log, Severity severity) {
        return switch (severity) {
            case ERROR -> log::error;
            case WARNING -> log::warn;
            case NOTE -> log::info;
        };
    }

    private void mark(Diagnostic diagnostic) {
        diagnostic
                .span()
                .filter(span -> !span.file().name().equals(SourceFile.STANDARD_INPUT))
                .ifPresent(span -> mark(diagnostic, span));
    }

    private void mark(Diagnostic diagnostic, Span span) {
        List<String> lines = LineReport.lines(diagnostic);
        String text = String.join("\n", lines).substring(span.toString().length() + 1);
        int severity = diagnostic.isError() ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING;
        context.addMessage(new File(span.file().name()), span.line(), span.column(), text, severity, null);
    }
}
