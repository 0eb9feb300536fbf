package dev.waymark;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.ClusterIntent;
import dev.waymark.intent.FleetIntent;
import dev.waymark.kube.Application;
import dev.waymark.lower.ApplicationSets;
import dev.waymark.lower.Manifest;
import dev.waymark.output.OutputCheck;
import dev.waymark.output.OutputException;
import dev.waymark.output.OutputFolders;
import dev.waymark.output.OutputWriter;
import dev.waymark.output.StaleFile;
import dev.waymark.output.UnitNames;
import dev.waymark.output.WriteResult;
import dev.waymark.render.ManifestPrinter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What of a fleet's output lies beside the folders of its clusters: its ApplicationSets, and what has no place there any
 * more.
 *
 * @param hasSets whether ApplicationSets of this fleet are there; another fleet's, or a unit of that name, are not its own
 */
record FleetFolder(FleetIntent fleet, Path directory, OutputFolders folders, boolean hasSets, DiagnosticLog log) {
    /** Reads a directory before anything is written into it. */
    static FleetFolder open(FleetIntent fleet, Path directory, DiagnosticLog log) throws OutputException {
        SortedSet<String> locked = OutputFolders.locked(directory.resolve(FleetNames.SETS));
        boolean hasSets = !locked.isEmpty()
                && locked.stream()
                        .allMatch(path -> ApplicationSets.isOf(fleet.name().value(), path));
        return new FleetFolder(fleet, directory, OutputFolders.read(directory), hasSets, log);
    }

    /** Folders of clusters that the fleet no longer has. */
    SortedSet<String> left() {
        SortedSet<String> left = new TreeSet<>(folders.clusters());
        fleet.clusters().forEach(cluster -> left.remove(cluster.name().value()));
        return left;
    }

    /** Reports what no cluster of the fleet rendered. */
    void checkOthers() {
        for (String cluster : left()) {
            log.add(Diagnostic.of(Code.CLUSTER_LEFT, directory.resolve(cluster), cluster)
                    .at(fleet.name().span(), "the fleet"));
        }
        for (String unit : folders.units()) {
            if (!unit.equals(FleetNames.SETS) || !hasSets) {
                log.add(Diagnostic.of(Code.UNIT_MISSING, directory.resolve(unit), unit)
                        .help("a fleet renders it into the folders of its clusters: render into another directory, or "
                                + "delete this folder once nothing delivers it"));
            }
        }
    }

    /**
     * Whether ApplicationSets come to clusters that Applications deliver so far. Those stay until the sets are there.
     */
    boolean isSwitching() {
        return fleet.applicationSets() && !hasSets && !folders.clusters().isEmpty();
    }

    /** Whether there are ApplicationSets to write, or to take back. */
    boolean concernsSets() {
        return fleet.applicationSets() || hasSets;
    }

    /** Refuses clusters whose folders are only links. */
    void checkLinks(List<Compilation> meshes) {
        for (Compilation mesh : meshes) {
            mesh.input()
                    .cluster()
                    .filter(cluster -> folders.links().contains(cluster))
                    .ifPresent(cluster ->
                            mesh.input().log().add(Diagnostic.of(Code.LINK_IN_OUTPUT, directory.resolve(cluster))));
        }
    }

    /** Units to be taken back that no cluster has. */
    void checkRemoved(SortedSet<String> removed) throws OutputException {
        if (removed.isEmpty()) {
            return;
        }
        List<String> missing = new ArrayList<>(removed);
        for (ClusterIntent cluster : fleet.clusters()) {
            missing.removeAll(
                    OutputFolders.read(directory.resolve(cluster.name().value()))
                            .units());
        }
        if (!missing.isEmpty()) {
            throw new OutputException(
                    "cannot remove the unit " + missing.get(0) + ": no cluster has it in " + directory);
        }
    }

    /** Writes the sets of all clusters; where the fleet no longer asks for them they go. */
    WriteResult render(List<Application> applications, RenderOptions options) throws OutputException {
        try (OutputWriter writer = OutputWriter.open(directory, names(), options.mode(), log)) {
            put(applications, writer::put);
            if (!fleet.applicationSets()) {
                writer.settle(FleetNames.SETS);
            }
            writer.finish();
            if (log.hasErrors()) {
                return WriteResult.NOTHING;
            }
            writer.commit();
            return writer.result();
        }
    }

    SortedSet<StaleFile> check(List<Application> applications) throws OutputException {
        OutputCheck check = OutputCheck.open(directory, names(), log);
        put(applications, check::put);
        return check.stale();
    }

    private UnitNames names() {
        SortedSet<String> sets = new TreeSet<>(List.of(FleetNames.SETS));
        return fleet.applicationSets() ? new UnitNames(sets, new TreeSet<>()) : new UnitNames(new TreeSet<>(), sets);
    }

    private void put(List<Application> applications, Compilation.DocumentSink sink) throws OutputException {
        if (fleet.applicationSets()) {
            ManifestPrinter printer = new ManifestPrinter();
            for (Manifest set : ApplicationSets.of(fleet.name().value(), applications, FleetNames.SETS)) {
                sink.put(set, printer);
            }
        }
    }
}
