package dev.waymark;

import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.IstioVersion;
import dev.waymark.lint.Lint;
import dev.waymark.lint.Subject;
import dev.waymark.review.ClusterState;
import dev.waymark.review.ManifestText;
import dev.waymark.review.Snapshot;
import dev.waymark.routing.Routing;
import dev.waymark.source.InputException;
import dev.waymark.source.PlainFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Manifests that nobody's intents describe as a side of a comparison, laid over what exists beside them. */
final class ManifestSide {
    private ManifestSide() {}

    /**
     * Reads them; empty if one of them cannot be read.
     *
     * @param name of the file or folder
     * @param log takes what is wrong with them
     */
    static Optional<Snapshot> read(String name, List<PlainFile> found, CompileRequest request, DiagnosticLog log)
            throws InputException {
        Map<String, ManifestText> files = new TreeMap<>();
        for (PlainFile file : found) {
            files.put(file.path(), new ManifestText(file.name(), file.bytes()));
        }
        CompileRequest.Existing existing = request.existing();
        Inventory below = InventoryReader.read(request, log);
        CompileRequest.Existing own =
                new CompileRequest.Existing(List.of(name), existing.complete(), existing.namespace());
        Inventory all = InventoryReader.read(request.existing(own), log);
        Inventory objects = below.given() ? all.over(below) : all;
        objects.suppressions().forEach(log::suppress);
        Routing routing = new Routing(objects.view(request.istioVersion().orElse(IstioVersion.NEWEST)));
        boolean readable = !log.hasErrors();
        if (readable) {
            Lint.check(new Subject(routing, objects), log);
        }
        log.reportUnusedSuppressions();
        ClusterState state = new ClusterState(Optional.empty(), routing, objects, new TreeSet<>(), new TreeSet<>());
        return readable ? Optional.of(new Snapshot(List.of(state), files)) : Optional.empty();
    }
}
