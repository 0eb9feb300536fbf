package dev.waymark.maven;

import dev.waymark.output.OutputException;
import dev.waymark.source.InputException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal: whether it runs, and how what goes wrong ends the build. */
abstract class MeshMojo extends AbstractMojo {
    /**
     * Does nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "waymark.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped.");
            return;
        }
        try {
            run();
        } catch (InputException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (OutputException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    /**
     * Does what the goal is for.
     *
     * @throws MojoFailureException if the user has something to mend
     * @throws MojoExecutionException if it could not work
     */
    abstract void run() throws MojoExecutionException, MojoFailureException, InputException, OutputException;
}
