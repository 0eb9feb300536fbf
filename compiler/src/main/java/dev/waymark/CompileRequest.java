package dev.waymark;

import dev.waymark.diagnostic.Severity;
import dev.waymark.kube.IstioVersion;
import dev.waymark.source.FileTree;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What to compile.
 *
 * @param inputs files and folders; {@code -} is standard input
 * @param failOn the least severity at which nothing is written
 * @param istioVersion what holds in place of a version that the documents state
 * @param existing the inventory
 * @param cluster the one of a fleet that is compiled; without it all are
 * @param tree where the names of files lead
 */
public record CompileRequest(
        List<String> inputs,
        InputStream standardInput,
        Severity failOn,
        Optional<IstioVersion> istioVersion,
        Existing existing,
        Optional<String> cluster,
        Progress progress,
        FileTree tree) {
    /**
     * Manifests that exist.
     *
     * @param paths files and folders; {@code -} is standard input
     * @param complete whether what they lack does not exist
     * @param namespace of manifests that state none
     */
    public record Existing(List<String> paths, boolean complete, String namespace) {
        /** No inventory. */
        public static final Existing NONE = new Existing(List.of(), false, "default");

        public Existing {
            paths = Collections.unmodifiableList(new ArrayList<>(paths));
        }

        Existing and(String path) {
            List<String> more = new ArrayList<>(paths);
            more.add(path);
            return new Existing(more, complete, namespace);
        }
    }

    public CompileRequest {
        inputs = Collections.unmodifiableList(new ArrayList<>(inputs));
    }

    public CompileRequest(List<String> inputs, InputStream standardInput, Severity failOn) {
        this(
                inputs,
                standardInput,
                failOn,
                Optional.empty(),
                Existing.NONE,
                Optional.empty(),
                Progress.NONE,
                FileTree.work());
    }

    /** Compiles files and folders, and fails on errors. */
    public static CompileRequest of(List<String> inputs) {
        return new CompileRequest(inputs, InputStream.nullInputStream(), Severity.ERROR);
    }

    public CompileRequest failOn(Severity severity) {
        return new CompileRequest(inputs, standardInput, severity, istioVersion, existing, cluster, progress, tree);
    }

    public CompileRequest istioVersion(IstioVersion version) {
        return new CompileRequest(
                inputs, standardInput, failOn, Optional.of(version), existing, cluster, progress, tree);
    }

    public CompileRequest existing(Existing inventory) {
        return new CompileRequest(inputs, standardInput, failOn, istioVersion, inventory, cluster, progress, tree);
    }

    public CompileRequest progress(Progress listener) {
        return new CompileRequest(inputs, standardInput, failOn, istioVersion, existing, cluster, listener, tree);
    }

    public CompileRequest cluster(String name) {
        return new CompileRequest(
                inputs, standardInput, failOn, istioVersion, existing, Optional.of(name), progress, tree);
    }

    public CompileRequest inputs(List<String> names) {
        return new CompileRequest(names, standardInput, failOn, istioVersion, existing, cluster, progress, tree);
    }

    public CompileRequest tree(FileTree files) {
        return new CompileRequest(inputs, standardInput, failOn, istioVersion, existing, cluster, progress, files);
    }

    CompileRequest standardInput(InputStream stream) {
        return new CompileRequest(inputs, stream, failOn, istioVersion, existing, cluster, progress, tree);
    }
}
