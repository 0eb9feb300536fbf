package dev.waymark;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.inventory.Fields;
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
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.ManifestObject;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlReader;
import dev.waymark.yaml.YamlStream;
import java.util.ArrayList;
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
    private final SortedMap<String, ManifestText> files = new TreeMap<>();

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

    Snapshot read() throws InputException {
        Inventory existing = InventoryReader.read(request, log);
        List<ClusterState> clusters = new ArrayList<>();
        for (Optional<String> cluster : wanted()) {
            clusters.add(new ClusterReader(cluster, existing).read());
        }
        if (folders.clusters().stream().allMatch(Optional::isPresent)
                && request.cluster().isEmpty()) {
            keep(FleetNames.SETS + "/");
        }
        return new Snapshot(clusters, files);
    }

    private List<Optional<String>> wanted() throws InputException {
        List<Optional<String>> all = folders.clusters();
        if (request.cluster().isEmpty()) {
            return all;
        }
        if (!all.contains(request.cluster())) {
            throw new InputException("there is no cluster " + request.cluster().get() + " in a rendered directory");
        }
        return List.of(request.cluster());
    }

    /** The manifests of a unit; what a lock does not list was not rendered. */
    private SortedMap<String, SourceFile> keep(String unit) throws InputException {
        SortedMap<String, PlainFile> inside = folders.in(unit);
        SortedMap<String, SourceFile> texts = new TreeMap<>();
        for (String path : lock(unit).paths()) {
            PlainFile file = inside.get(path);
            if (file != null) {
                byte[] content = file.bytes();
                files.put(unit + path, new ManifestText(file.name(), content));
                texts.put(path, file.text(content));
            }
        }
        return texts;
    }

    private Lock lock(String unit) throws InputException {
        PlainFile file = folders.in(unit).get(Lock.FILE_NAME);
        if (file == null) {
            return Lock.EMPTY;
        }
        try {
            return LockFormat.read(file.bytes());
        } catch (LockFormat.UnreadableException e) {
            log.add(Diagnostic.of(Code.LOCK_UNREADABLE, file.name(), String.valueOf(e.getMessage())));
            return Lock.EMPTY;
        }
    }

    /** Reads the units of one cluster. */
    private final class ClusterReader {
        private final Optional<String> cluster;
        private final Inventory existing;
        private final InventoryBuilder whole =
                new InventoryBuilder(request.existing().namespace(), log);
        private final List<PartOfObject> partial = new ArrayList<>();
        private final SortedSet<ObjectRef> ordered = new TreeSet<>();
        private final SortedSet<Lingering> lingering = new TreeSet<>();

        ClusterReader(Optional<String> cluster, Inventory existing) {
            this.cluster = cluster;
            this.existing = existing;
        }

        ClusterState read() throws InputException {
            for (String unit : folders.units(cluster)) {
                boolean delivered = folders.isDelivered(unit);
                lingering.addAll(lock(unit).lingering());
                keep(unit).forEach((path, file) -> add(path, file, delivered));
            }
            Inventory objects = whole.build(existing.complete()).over(existing);
            IstioVersion version = request.istioVersion().orElse(IstioVersion.NEWEST);
            Routing routing = new Routing(LabelledView.of(objects, partial, version, existing.coverage()));
            return new ClusterState(cluster, routing, objects, ordered, lingering);
        }

        private void add(String path, SourceFile file, boolean delivered) {
            String layer = path.substring(0, Math.max(0, path.indexOf('/')));
            YamlStream stream = YamlReader.read(file);
            log.addAll(stream.damage());
            for (YamlDocument document : stream.documents()) {
                if (document.root() instanceof YamlMapping root) {
                    switch (layer) {
                        case "gateways", "enrollment" -> addWhole(file, document, root, delivered);
                        case "labels" -> add(root, delivered);
                        case "components" ->
                            Fields.list(root, "patches").forEach(patch -> addPatch(patch, path.split("/", -1)[1]));
                        default -> {}
                    }
                }
            }
        }

        private void addWhole(SourceFile file, YamlDocument document, YamlMapping root, boolean delivered) {
            String apiVersion = root.text("apiVersion").orElse("");
            String kind = root.text("kind").orElse("");
            whole.add(new ManifestObject(file, document.index(), "", apiVersion, kind, root));
            if (delivered && kind.equals(Kind.SERVICE_ENTRY.kindName())) {
                PartOfObject.of(root, request.existing().namespace()).ifPresent(found -> ordered.add(found.object()));
            }
        }

        private void add(YamlMapping root, boolean delivered) {
            PartOfObject.of(root, request.existing().namespace()).ifPresent(found -> {
                partial.add(found);
                if (delivered) {
                    ordered.add(found.object());
                }
            });
        }

        /**
         * A patch is a document in a text: its labels stand where the text stands.
         *
         * @param namespace of the object, which no patch states
         */
        private void addPatch(YamlNode patch, String namespace) {
            Fields.scalar(patch, "patch").ifPresent(text -> {
                YamlStream inside =
                        YamlReader.read(new SourceFile(text.span().file().name(), text.text()));
                inside.documents().stream()
                        .map(YamlDocument::root)
                        .filter(YamlMapping.class::isInstance)
                        .flatMap(root -> PartOfObject.of((YamlMapping) root, namespace).stream())
                        .map(found -> found.at(text.span()))
                        .forEach(partial::add);
            });
        }
    }
}
