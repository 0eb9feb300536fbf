package dev.waymark.maven;

import dev.waymark.CompileResult;
import dev.waymark.report.Findings;
import dev.waymark.report.JsonReport;
import dev.waymark.report.SarifReport;
import dev.waymark.report.Summary;
import dev.waymark.yaml.Places;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.sonatype.plexus.build.incremental.BuildContext;

/** A goal whose messages are for people, editors and services. */
abstract class CompileMojo extends IntentMojo {
    /**
     * A file that gets the messages in SARIF 2.1.0, also where there are none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "waymark.sarifFile")
    private @Nullable File sarifFile;

    /**
     * A file that gets the messages as JSON, in the shape of <code>waymark validate --format json</code>, also where there
     * are none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "waymark.jsonFile")
    private @Nullable File jsonFile;

    private final BuildContext context;

    CompileMojo(BuildContext context) {
        this.context = context;
    }

    final BuildContext context() {
        return context;
    }

    /** Writes messages wherever they are wanted. */
    final void report(CompileResult<?> result) throws MojoExecutionException, MojoFailureException {
        new Messages(getLog(), context).write(result);
        Places places = result.placesOfMessages();
        if (sarifFile != null) {
            String input = intents().get(0).getPath();
            TextFile.write(sarifFile, SarifReport.print(Findings.of(result.diagnostics(), places, input)));
        }
        if (jsonFile != null) {
            TextFile.write(jsonFile, new JsonReport(places).diagnostics(result.diagnostics()));
        }
    }

    /** Files that another run would write, whatever the outcome. */
    final List<File> reports() {
        List<File> reports = new ArrayList<>();
        if (sarifFile != null) {
            reports.add(sarifFile);
        }
        if (jsonFile != null) {
            reports.add(jsonFile);
        }
        return reports;
    }

    @Override
    final String settings() {
        return super.settings() + " sarifFile=" + sarifFile + " jsonFile=" + jsonFile;
    }

    /** @param outcome half a sentence: what became of it */
    static MojoFailureException failure(CompileResult<?> result, String outcome) {
        return new MojoFailureException(
                "Waymark found " + Summary.of(result.diagnostics()).words() + outcome);
    }
}
