package dev.waymark.maven;

import dev.waymark.RenderedTree;
import dev.waymark.source.InputException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Packs what was rendered, and attaches it to the project. The same manifests are the same bytes, whenever and wherever
 * they are packed.
 *
 * @since 0.1.0
 */
@Mojo(name = "package", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class PackageMojo extends MeshMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /**
     * The folder that was rendered. Of what lies in it only the manifests and their locks are packed.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "waymark.outputDirectory",
            defaultValue = "${project.build.directory}/waymark",
            required = true)
    private File outputDirectory;

    /**
     * <code>zip</code> or <code>tar.gz</code>: what is packed, and the type of the artifact.
     *
     * @since 0.1.0
     */
    @Parameter(property = "waymark.archiveFormat", defaultValue = "zip", required = true)
    private String archiveFormat;

    /**
     * The classifier of the artifact.
     *
     * @since 0.1.0
     */
    @Parameter(property = "waymark.classifier", defaultValue = "mesh", required = true)
    private String classifier;

    /**
     * The time that all entries get: as in the other plugins of Maven a date in ISO 8601, or seconds since 1970.
     *
     * @since 0.1.0
     */
    @Parameter(defaultValue = "${project.build.outputTimestamp}")
    private @Nullable String outputTimestamp;

    @Parameter(defaultValue = "${project.build.directory}", readonly = true, required = true)
    private File buildDirectory;

    @Parameter(defaultValue = "${project.build.finalName}", readonly = true, required = true)
    private String finalName;

    private final MavenProjectHelper helper;

    @Inject
    PackageMojo(MavenProjectHelper helper) {
        this.helper = helper;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException, InputException {
        ArchiveFormat format = ArchiveFormat.of(archiveFormat);
        SortedSet<String> files = RenderedTree.files(outputDirectory.toPath());
        File archive = new File(buildDirectory, finalName + "-" + classifier + "." + format.extension());
        try {
            Path target = archive.toPath();
            Files.createDirectories(buildDirectory.toPath());
            format.write(outputDirectory.toPath(), files, target, EntryTime.of(outputTimestamp));
        } catch (IOException e) {
            throw new MojoExecutionException("Cannot write " + archive + ": " + e, e);
        }
        helper.attachArtifact(project, format.extension(), classifier, archive);
        getLog().info("Packed " + files.size() + " files into " + archive);
    }
}
