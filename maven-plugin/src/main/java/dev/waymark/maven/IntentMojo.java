package dev.waymark.maven;

import dev.waymark.CompileRequest;
import dev.waymark.diagnostic.Severity;
import dev.waymark.kube.IstioVersion;
import java.io.File;
import java.util.List;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** A goal that compiles intents. */
abstract class IntentMojo extends MeshMojo {
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /**
     * Files and folders that hold the intents.
     *
     * @since 0.1.0
     */
    @Parameter(property = "waymark.intents", defaultValue = "${project.basedir}/src/main/mesh", required = true)
    private List<File> intents;

    /**
     * Files and folders with manifests that exist in the cluster. What the intents say is checked against them.
     *
     * @since 0.1.0
     */
    @Parameter(property = "waymark.inventory")
    private @Nullable List<File> inventory;

    /**
     * Whether the inventory has everything: what it lacks does not exist then.
     *
     * @since 0.1.0
     */
    @Parameter(property = "waymark.inventoryComplete", defaultValue = "false")
    private boolean inventoryComplete;

    /**
     * The namespace of manifests in the inventory that state none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "waymark.namespace", defaultValue = "default", required = true)
    private String namespace;

    /**
     * The version of Istio, such as <code>1.28</code>, in place of the one that the intents state.
     *
     * @since 0.1.0
     */
    @Parameter(property = "waymark.istioVersion")
    private @Nullable String istioVersion;

    /**
     * The cluster of a fleet that is meant; without it all of them are.
     *
     * @since 0.1.0
     */
    @Parameter(property = "waymark.cluster")
    private @Nullable String cluster;

    /**
     * What fails the build: <code>error</code>, or <code>warning</code> too. A render that fails writes nothing, or nothing
     * of that cluster of a fleet.
     *
     * @since 0.1.0
     */
    @Parameter(property = "waymark.failOn", defaultValue = "error", required = true)
    private String failOn;

    final MavenProject project() {
        return project;
    }

    final MojoExecution execution() {
        return execution;
    }

    final List<File> intents() {
        return intents;
    }

    /** What the parameters ask for. */
    final CompileRequest request() throws MojoFailureException {
        if (intents.isEmpty()) {
            throw new MojoFailureException(
                    "intents names nothing: a mesh of nothing would be in order, whatever it is.");
        }
        checkExist(intents, "intents");
        CompileRequest request = CompileRequest.of(paths(intents))
                .failOn(Words.one("failOn", failOn, List.of(Severity.ERROR, Severity.WARNING)))
                .existing(existing(inventory, "inventory"));
        if (istioVersion != null && !istioVersion.isEmpty()) {
            request = request.istioVersion(IstioVersion.of(Words.listed("istioVersion", istioVersion, versions())));
        }
        return cluster == null || cluster.isEmpty() ? request : request.cluster(cluster);
    }

    /** An inventory, with what the other parameters say of it. */
    final CompileRequest.Existing existing(@Nullable List<File> manifests, String parameter)
            throws MojoFailureException {
        List<File> named = manifests == null ? List.of() : manifests;
        checkExist(named, parameter);
        if (named.isEmpty() && inventoryComplete) {
            throw new MojoFailureException("inventoryComplete says something of an inventory, and there is none.");
        }
        return new CompileRequest.Existing(paths(named), inventoryComplete, namespace);
    }

    /** All that decides about the outcome beside what is read, as a text. */
    String settings() {
        return "version=" + Built.stamp() + " intents=" + intents + " inventory=" + inventory + " inventoryComplete="
                + inventoryComplete + " namespace=" + namespace + " istioVersion=" + istioVersion + " cluster="
                + cluster + " failOn=" + failOn;
    }

    private void checkExist(List<File> files, String parameter) throws MojoFailureException {
        for (File file : files) {
            if (!file.exists()) {
                throw new MojoFailureException("There is no " + file + ", which the parameter " + parameter + " of "
                        + project.getArtifactId() + " names; write it, or name what there is.");
            }
        }
    }

    private static List<String> versions() {
        return IstioVersion.known().stream().map(IstioVersion::toString).toList();
    }

    private static List<String> paths(List<File> files) {
        return files.stream().map(File::getPath).toList();
    }
}
