package dev.waymark.maven;

import dev.waymark.CompileRequest;
import dev.waymark.CompileResult;
import dev.waymark.LastRender;
import dev.waymark.MeshCompiler;
import dev.waymark.RenderOptions;
import dev.waymark.output.OutputException;
import dev.waymark.output.OutputWriter.Mode;
import dev.waymark.output.WriteResult;
import dev.waymark.report.Summary;
import dev.waymark.source.FileTree;
import dev.waymark.source.InputException;
import dev.waymark.source.TracedTree;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;
import org.sonatype.plexus.build.incremental.BuildContext;

/**
 * Compiles mesh intents and writes the manifests that changed. Nothing is done where neither what was read nor what was
 * written has changed since the last time.
 *
 * @since 0.1.0
 */
@Mojo(name = "render", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, threadSafe = true)
public final class RenderMojo extends CompileMojo {
    /**
     * The folder that the manifests are written to.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "waymark.outputDirectory",
            defaultValue = "${project.build.directory}/waymark",
            required = true)
    private File outputDirectory;

    /**
     * Replaces files of ours that somebody edited.
     *
     * @since 0.1.0
     */
    @Parameter(property = "waymark.force", defaultValue = "false")
    private boolean force;

    /**
     * Drops what lingers from earlier renders.
     *
     * @since 0.1.0
     */
    @Parameter(property = "waymark.settle", defaultValue = "false")
    private boolean settle;

    /**
     * Units without documents, whose files are taken back.
     *
     * @since 0.1.0
     */
    @Parameter(property = "waymark.removeUnit")
    private @Nullable List<String> removeUnit;

    /** Where the records of renders lie. */
    @Parameter(defaultValue = "${project.build.directory}/waymark-status", readonly = true, required = true)
    private File statusDirectory;

    @Inject
    RenderMojo(BuildContext context) {
        super(context);
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException, InputException, OutputException {
        CompileRequest request = request();
        LastRender last = lastRender();
        Optional<String> known = last.whatStillHolds();
        if (known.isPresent()) {
            getLog().info("Nothing to do, " + outputDirectory + " is up to date: " + known.get() + ".");
            return;
        }
        last.forget();
        TracedTree tree = new TracedTree(FileTree.work());
        CompileResult<WriteResult> result =
                new MeshCompiler(request.tree(tree)).render(outputDirectory.toPath(), options());
        report(result);
        result.outcome().ifPresent(this::log);
        boolean whole =
                result.outcome().filter(written -> written.refused().isEmpty()).isPresent();
        if (result.failed()) {
            throw failure(
                    result, result.outcome().isEmpty() ? ", and wrote nothing." : ", and wrote what is in order.");
        }
        if (whole) {
            keep(last, tree, result);
        }
        context().refresh(outputDirectory);
    }

    private RenderOptions options() {
        return new RenderOptions(
                force ? Mode.FORCE : Mode.CAREFUL,
                settle,
                removeUnit == null ? new TreeSet<>() : new TreeSet<>(removeUnit));
    }

    private LastRender lastRender() throws MojoFailureException {
        if (outputDirectory.equals(project().getBasedir())) {
            throw new MojoFailureException("outputDirectory is the folder of the project itself; name one below it.");
        }
        String id = execution().getExecutionId();
        String name = "render-" + id.replaceAll("[^A-Za-z0-9-]", "_") + "-" + Integer.toHexString(id.hashCode());
        return new LastRender(
                new File(statusDirectory, name + ".properties").toPath(),
                outputDirectory.toPath(),
                settings() + " outputDirectory=" + outputDirectory + " force=" + force + " settle=" + settle
                        + " removeUnit=" + removeUnit,
                reports().stream().map(File::toPath).toList());
    }

    private static void keep(LastRender last, TracedTree tree, CompileResult<WriteResult> result)
            throws InputException, OutputException {
        WriteResult written = result.outcome().orElseThrow();
        int files = written.written().size() + written.unchanged();
        last.keep(
                tree,
                files
                        + (files == 1 ? " file, " : " files, ")
                        + Summary.of(result.diagnostics()).words());
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
