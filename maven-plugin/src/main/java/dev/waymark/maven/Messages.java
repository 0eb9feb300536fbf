package dev.waymark.maven;

import dev.waymark.CompileResult;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import dev.waymark.report.LineReport;
import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import dev.waymark.yaml.YamlDocument;
import java.io.File;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
            Stream<SourceFile> read = result.places().documents().stream().map(YamlDocument::file);
            Stream<SourceFile> named = result.diagnostics().stream()
                    .flatMap(diagnostic -> diagnostic.span().stream())
                    .map(Span::file);
            Stream.concat(read, named)
                    .map(SourceFile::name)
                    .distinct()
                    .forEach(name -> context.removeMessages(new File(name)));
            result.diagnostics().stream()
                    .filter(diagnostic -> diagnostic.severity() != Severity.NOTE)
                    .forEach(this::mark);
        }
    }

    /** Writes to the log alone. */
    static void log(Log log, List<Diagnostic> diagnostics) {
        for (Diagnostic diagnostic : diagnostics) {
            LineReport.lines(diagnostic).stream().map(MavenWords::of).forEach(level(log, diagnostic.severity()));
        }
    }

    private static Consumer<String> level(Log log, Severity severity) {
        return switch (severity) {
            case ERROR -> log::error;
            case WARNING -> log::warn;
            case NOTE -> log::info;
        };
    }

    private void mark(Diagnostic diagnostic) {
        String text = MavenWords.of(String.join("\n", LineReport.placeless(diagnostic)));
        int severity = diagnostic.isError() ? BuildContext.SEVERITY_ERROR : BuildContext.SEVERITY_WARNING;
        diagnostic
                .span()
                .ifPresent(span -> context.addMessage(
                        new File(span.file().name()), span.line(), span.column(), text, severity, null));
    }
}
