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
import dev.waymark.source.PlainFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    private final SortedMap<String, Lock> locks = new TreeMap<>();
    private final SortedMap<String, RenderedText> texts = new TreeMap<>();

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
        readTexts();
        shared.publish(texts);
        return snapshot();
    }

    /** Reads the side that was. */
    Snapshot readBase(SharedTexts shared) throws InputException {
        readTexts();
        texts.replaceAll(shared::shared);
        // From the other end: in the middle both sides have parsed all that they share.
        List<RenderedText> backwards = new ArrayList<>(texts.values());
        Collections.reverse(backwards);
        backwards.forEach(RenderedText::parsed);
        return snapshot();
    }

    private Snapshot snapshot() throws InputException {
        Inventory existing = InventoryReader.read(request, log);
        List<ClusterState> clusters = new ArrayList<>();
        for (Optional<String> cluster : wanted()) {
            clusters.add(new ClusterReader(cluster, existing).read());
        }
        SortedMap<String, ManifestText> files = new TreeMap<>();
        texts.forEach((path, text) -> files.put(path, text.text()));
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

    private void readTexts() throws InputException {
        for (Optional<String> cluster : wanted()) {
            for (String unit : folders.units(cluster)) {
                readTexts(unit);
            }
        }
        boolean fleet = folders.clusters().stream().allMatch(Optional::isPresent);
        if (fleet && request.cluster().isEmpty()) {
            readTexts(FleetNames.SETS + "/");
        }
    }

    /** The manifests of a unit; what a lock does not list was not rendered. */
    private void readTexts(String unit) throws InputException {
        SortedMap<String, PlainFile> inside = folders.in(unit);
        Lock lock = lock(Optional.ofNullable(inside.get(Lock.FILE_NAME)));
        locks.put(unit, lock);
        for (String path : lock.paths()) {
            PlainFile file = inside.get(path);
            if (file != null) {
                ManifestText text = new ManifestText(file.name(), file.bytes());
                texts.put(
                        unit + path,
                        new RenderedText(path, text, request.existing().namespace()));
            }
        }
    }

    private Lock lock(Optional<PlainFile> file) throws InputException {
        if (file.isEmpty()) {
            return Lock.EMPTY;
        }
        try {
            return LockFormat.read(file.get().bytes());
        } catch (LockFormat.UnreadableException e) {
            log.add(Diagnostic.of(Code.LOCK_UNREADABLE, file.get().name(), String.valueOf(e.getMessage())));
            return Lock.EMPTY;
        }
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
            for (String unit : folders.units(cluster)) {
                Lock lock = locks.getOrDefault(unit, Lock.EMPTY);
                lingering.addAll(lock.lingering());
                boolean delivered = folders.isDelivered(unit);
                for (String path : lock.paths()) {
                    Optional.ofNullable(texts.get(unit + path))
                            .ifPresent(text -> add(text.parsed(), delivered && !path.startsWith("components/")));
                }
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
