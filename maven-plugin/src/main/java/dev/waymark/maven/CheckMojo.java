package dev.waymark.maven;

import dev.waymark.CompileResult;
import dev.waymark.MeshCompiler;
import dev.waymark.output.OutputException;
import dev.waymark.output.StaleFile;
import dev.waymark.output.StaleFile.Reason;
import dev.waymark.report.Printable;
import dev.waymark.source.InputException;
import java.io.File;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.sonatype.plexus.build.incremental.BuildContext;

/**
 * Fails if a folder is not what a render would write: what is committed, and so delivered, must be what the intents say.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class CheckMojo extends CompileMojo {
    private static final int SHOWN = 20;

    /**
     * The folder that was rendered.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "waymark.outputDirectory",
            defaultValue = "${project.build.directory}/waymark",
            required = true)
    private File outputDirectory;

    @Inject
    CheckMojo(BuildContext context) {
        super(context);
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException, InputException, OutputException {
        CompileResult<SortedSet<StaleFile>> result = new MeshCompiler(request()).check(outputDirectory.toPath());
        report(result);
        SortedSet<StaleFile> stale = result.outcome().orElse(Collections.emptySortedSet());
        List<StaleFile> shown = stale.stream().limit(SHOWN).toList();
        shown.forEach(file ->
                getLog().error(Printable.of(file.path()) + ": " + file.reason().word()));
        if (stale.size() > SHOWN) {
            getLog().error("and " + (stale.size() - SHOWN) + " more");
        }
        if (!stale.isEmpty()) {
            throw new MojoFailureException(
                    outputDirectory + " is not what a render would write. To mend it: " + mend(stale));
        }
        if (result.failed()) {
            throw failure(result, ".");
        }
        getLog().info(outputDirectory + " is up to date.");
    }

    private String mend(SortedSet<StaleFile> stale) {
        Set<Reason> reasons = stale.stream().map(StaleFile::reason).collect(Collectors.toSet());
        String first = reasons.contains(Reason.FOREIGN) ? "take away what is foreign, and " : "";
        String force = reasons.contains(Reason.EDITED_BY_HAND) ? ", with -Dwaymark.force if the edits may be lost" : "";
        return first + RenderCommand.of(project(), execution()) + force;
    }
}
