package dev.waymark.maven;

import dev.waymark.CompileRequest;
import dev.waymark.CompileResult;
import dev.waymark.MeshCompiler;
import dev.waymark.RenderOptions;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import dev.waymark.output.OutputException;
import dev.waymark.output.OutputWriter.Mode;
import dev.waymark.output.WriteResult;
import dev.waymark.report.Page;
import dev.waymark.report.Summary;
import dev.waymark.report.TextReport;
import dev.waymark.source.InputException;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Compiles mesh intents and writes the manifests that changed. */
@Mojo(name = "render", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, threadSafe = true)
public final class RenderMojo extends AbstractMojo {
    /** Files and folders that hold the intents. */
    @Parameter(property = "waymark.intents", defaultValue = "${project.basedir}/src/main/mesh", required = true)
    private List<File> intents;

    /** The folder that the manifests are written to. */
    @Parameter(
            property = "waymark.outputDirectory",
            defaultValue = "${project.build.directory}/waymark",
            required = true)
    private File outputDirectory;

    /** Does nothing. */
    @Parameter(property = "waymark.skip", defaultValue = "false")
    private boolean skip;

    /** The cluster of a fleet that is rendered; without it all of them are. */
    @Parameter(property = "waymark.cluster")
    private @Nullable String cluster;

    /**
     * What fails the build, and writes nothing, or nothing of that cluster of a fleet: <code>error</code>, or
     * <code>warning</code> too.
     */
    @Parameter(property = "waymark.failOn", defaultValue = "error", required = true)
    private String failOn;

    /** Replaces files that were edited by hand. */
    @Parameter(property = "waymark.force", defaultValue = "false")
    private boolean force;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped, as waymark.skip says.");
            return;
        }
        CompileResult<WriteResult> result = render(request());
        result.diagnostics().forEach(this::log);
        result.outcome().ifPresent(this::log);
        if (result.failed()) {
            throw new MojoFailureException(
                    "Waymark found " + Summary.of(result.diagnostics()).words() + ", and wrote "
                            + (result.outcome().isEmpty() ? "nothing." : "only what is in order."));
        }
    }

    private CompileRequest request() throws MojoFailureException {
        List<String> inputs = intents.stream().map(File::getPath).toList();
        CompileRequest request = CompileRequest.of(inputs).failOn(severity());
        return cluster == null ? request : request.cluster(cluster);
    }

    private Severity severity() throws MojoFailureException {
        return switch (failOn) {
            case "error" -> Severity.ERROR;
            case "warning" -> Severity.WARNING;
            default -> throw new MojoFailureException("failOn is `" + failOn + "`; it may be error or warning.");
        };
    }

    private CompileResult<WriteResult> render(CompileRequest request)
            throws MojoExecutionException, MojoFailureException {
        try {
            return new MeshCompiler(request)
                    .render(outputDirectory.toPath(), RenderOptions.of(force ? Mode.FORCE : Mode.CAREFUL));
        } catch (InputException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (OutputException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    private void log(Diagnostic diagnostic) {
        String text = new TextReport(Page.PLAIN).print(List.of(diagnostic)).stripTrailing();
        switch (diagnostic.severity()) {
            case ERROR -> getLog().error(text);
            case WARNING -> getLog().warn(text);
            case NOTE -> getLog().info(text);
        }
    }

    private void log(WriteResult written) {
        getLog().info("%s: %d written, %d removed, %d unchanged"
                .formatted(
                        outputDirectory,
                        written.written().size(),
                        written.removed().size(),
                        written.unchanged()));
        written.refused().forEach(left -> getLog().warn(left + ": not rendered, its folder is as it was"));
    }
}
