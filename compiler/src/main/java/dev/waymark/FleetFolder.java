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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What of a fleet's output lies beside the folders of its clusters: its ApplicationSets, and what has no place there any
 * more.
 */
record FleetFolder(FleetIntent fleet, Path directory, DiagnosticLog log) {
    /** Folders of clusters that the fleet no longer has. */
    SortedSet<String> left() throws OutputException {
        SortedSet<String> left = new TreeSet<>(OutputFolders.read(directory).clusters());
        fleet.clusters().forEach(cluster -> left.remove(cluster.name().value()));
        return left;
    }

    /** Reports what no cluster of the fleet rendered. */
    void checkOthers() throws OutputException {
        for (String cluster : left()) {
            log.add(Diagnostic.of(Code.CLUSTER_LEFT, directory.resolve(cluster), cluster)
                    .at(fleet.name().span(), "the fleet"));
        }
        for (String unit : OutputFolders.read(directory).units()) {
            if (!unit.equals(FleetNames.SETS) || !hasSets()) {
                log.add(Diagnostic.of(Code.UNIT_MISSING, directory.resolve(unit), unit)
                        .help("a fleet renders it into the folders of its clusters: render into another directory, or "
                                + "delete this folder once nothing delivers it"));
            }
        }
    }

    /** Whether ApplicationSets of this fleet are there; another fleet's, or a unit of that name, are not its own. */
    boolean hasSets() throws OutputException {
        SortedSet<String> locked = OutputFolders.locked(directory.resolve(FleetNames.SETS));
        String own = "applicationset_" + fleet.name() + "-";
        return !locked.isEmpty() && locked.stream().allMatch(path -> path.startsWith(own));
    }

    /**
     * Whether ApplicationSets come to clusters that Applications deliver so far. Those stay until the sets are there.
     */
    boolean isSwitching() throws OutputException {
        return fleet.applicationSets()
                && !hasSets()
                && !OutputFolders.read(directory).clusters().isEmpty();
    }

    /** Refuses clusters whose folders are only links. */
    void checkLinks(List<Compilation> meshes) throws OutputException {
        SortedSet<String> links = OutputFolders.read(directory).links();
        for (Compilation mesh : meshes) {
            mesh.input()
                    .cluster()
                    .filter(cluster -> links.contains(cluster))
                    .ifPresent(cluster ->
                            mesh.input().log().add(Diagnostic.of(Code.LINK_IN_OUTPUT, directory.resolve(cluster))));
        }
    }

    /** Units to be taken back that no cluster has. */
    void checkRemoved(SortedSet<String> removed) throws OutputException {
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
                byte[] text = printer.print(set.resource()).getBytes(StandardCharsets.UTF_8);
                sink.put(set.unit(), set.path(), text);
            }
        }
    }
}
