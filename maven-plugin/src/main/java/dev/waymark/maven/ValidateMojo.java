package dev.waymark.maven;

import dev.waymark.CompileResult;
import dev.waymark.MeshCompiler;
import dev.waymark.mesh.Mesh;
import dev.waymark.report.Summary;
import dev.waymark.source.InputException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.sonatype.plexus.build.incremental.BuildContext;

/**
 * Checks mesh intents, and writes nothing.
 *
 * @since 0.1.0
 */
@Mojo(name = "validate", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class ValidateMojo extends CompileMojo {
    @Inject
    ValidateMojo(BuildContext context) {
        super(context);
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException, InputException {
        CompileResult<List<Mesh>> result = new MeshCompiler(request()).validate();
        report(result);
        if (result.failed()) {
            throw failure(result, ".");
        }
        getLog().info("Mesh intents: " + Summary.of(result.diagnostics()).words() + ".");
    }
}
