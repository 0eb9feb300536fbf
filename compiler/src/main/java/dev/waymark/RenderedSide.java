package dev.waymark;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.inventory.Inventory;
import dev.waymark.inventory.InventoryBuilder;
import dev.waymark.inventory.LabelledView;
import dev.waymark.inventory.PartOfObject;
import dev.waymark.kube.IstioVersion;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import dev.waymark.lock.Lingering;
import dev.waymark.lock.Lock;
import dev.waymark.lock.LockFormat;
import dev.waymark.review.ClusterState;
import dev.waymark.review.ManifestText;
import dev.waymark.review.Snapshot;
import dev.waymark.routing.Routing;
import dev.waymark.source.InputException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A rendered directory as a side of a comparison: what its layers and Components make of what exists. */
final class RenderedSide {
    private final RenderedFolders folders;
    private final CompileRequest request;
    private final DiagnosticLog log;
    private final SortedMap<String, Unit> units = new TreeMap<>();

    /** The files that a lock lists, as far as they are there. */
    private record Unit(Lock lock, List<RenderedText> texts) {}

    /**
     * A directory.
     *
     * @param log takes what cannot be read, and what is wrong with what is there
     */
    RenderedSide(RenderedFolders folders, CompileRequest request, DiagnosticLog log) {
        this.folders = folders;
        this.request = request;
        this.log = log;
    }

    /** Reads the side that will be; the other one may share what it has in common with it. */
    Snapshot readHead(SharedTexts shared) throws InputException {
        readUnits();
        shared.publish(texts());
        return snapshot();
    }

    /** Reads the side that was. */
    Snapshot readBase(SharedTexts shared) throws InputException {
        readUnits();
        units.values().forEach(unit -> unit.texts().replaceAll(shared::shared));
        // From the other end: in the middle both sides have parsed all that they share.
        List<RenderedText> backwards = texts();
        Collections.reverse(backwards);
        backwards.forEach(RenderedText::parsed);
        return snapshot();
    }

    private List<RenderedText> texts() {
        List<RenderedText> texts = new ArrayList<>();
        units.values().forEach(unit -> texts.addAll(unit.texts()));
        return texts;
    }

    private Snapshot snapshot() throws InputException {
        Inventory existing = InventoryReader.read(request, log);
        List<ClusterState> clusters = new ArrayList<>();
        for (Optional<String> cluster : wanted()) {
            clusters.add(new ClusterReader(cluster, existing).read());
        }
        Map<String, ManifestText> files = new LinkedHashMap<>();
        texts().forEach(text -> files.put(text.place(), text.text()));
        return new Snapshot(clusters, files);
    }

    private List<Optional<String>> wanted() throws InputException {
        List<Optional<String>> all = folders.clusters();
        if (request.cluster().isEmpty()) {
            return all;
        }
        if (all.equals(List.of(Optional.empty()))) {
            // The folder of the cluster itself.
            return all;
        }
        if (!all.contains(request.cluster())) {
            throw new InputException("there is no cluster " + request.cluster().get() + " in a rendered directory");
        }
        return List.of(request.cluster());
    }

    private void readUnits() throws InputException {
        for (Optional<String> cluster : wanted()) {
            for (String unit : folders.units(cluster)) {
                readUnit(unit);
            }
        }
        boolean fleet = folders.clusters().stream().allMatch(Optional::isPresent);
        if (fleet && request.cluster().isEmpty()) {
            readUnit(FleetNames.SETS + "/");
        }
    }

    /** The manifests of a unit; what its lock does not list was not rendered. */
    private void readUnit(String unit) throws InputException {
        Lock lock = lock(unit);
        List<RenderedText> texts = new ArrayList<>();
        for (String path : lock.paths()) {
            folders.file(unit + path).ifPresent(text -> texts.add(new RenderedText(unit, path, text, request)));
        }
        units.put(unit, new Unit(lock, texts));
    }

    private Lock lock(String unit) throws InputException {
        Optional<ManifestText> file = folders.file(unit + Lock.FILE_NAME);
        if (file.isEmpty()) {
            return Lock.EMPTY;
        }
        try {
            return LockFormat.read(file.get().content());
        } catch (LockFormat.UnreadableException e) {
            log.add(Diagnostic.of(Code.LOCK_UNREADABLE, file.get().name(), String.valueOf(e.getMessage())));
            return Lock.EMPTY;
        }
    }

    /** Whether something of ours orders the layers of a unit: its delivery objects, or sets of the fleet. */
    private boolean isDelivered(String unit, Lock lock) {
        return folders.hasSets(unit)
                || lock.paths().stream().anyMatch(path -> path.startsWith("argocd/") || path.startsWith("flux/"));
    }

    /** Reads the units of one cluster. */
    private final class ClusterReader {
        private final Optional<String> cluster;
        private final Inventory existing;
        private final InventoryBuilder whole =
                new InventoryBuilder(request.existing().namespace(), log);
        private final List<PartOfObject> parts = new ArrayList<>();
        private final SortedSet<ObjectRef> ordered = new TreeSet<>();
        private final SortedSet<Lingering> lingering = new TreeSet<>();

        ClusterReader(Optional<String> cluster, Inventory existing) {
            this.cluster = cluster;
            this.existing = existing;
        }

        ClusterState read() {
            for (String name : folders.units(cluster)) {
                Unit unit = Objects.requireNonNull(units.get(name));
                lingering.addAll(unit.lock().lingering());
                boolean delivered = isDelivered(name, unit.lock());
                unit.texts().forEach(text -> add(text.parsed(), delivered && !text.isComponent()));
            }
            Inventory objects = whole.build(existing.complete()).over(existing);
            IstioVersion version = request.istioVersion().orElse(IstioVersion.NEWEST);
            Routing routing = new Routing(LabelledView.of(objects, parts, version, existing.coverage()));
            return new ClusterState(cluster.or(request::cluster), routing, objects, ordered, lingering);
        }

        /** @param delivered whether it is applied after the Gateways */
        private void add(RenderedFile file, boolean delivered) {
            log.addAll(file.damage());
            file.whole().forEach(whole::add);
            parts.addAll(file.parts());
            if (delivered) {
                file.parts().forEach(part -> ordered.add(part.object()));
                file.whole().stream()
                        .filter(object -> object.kind().equals(Kind.SERVICE_ENTRY.kindName()))
                        .flatMap(object -> PartOfObject.of(
                                object.root(), request.existing().namespace())
                                .stream())
                        .forEach(entry -> ordered.add(entry.object()));
            }
        }
    }
}
