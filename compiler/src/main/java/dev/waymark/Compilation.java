package dev.waymark;

import dev.waymark.check.Checks;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.IntentBinder;
import dev.waymark.intent.MeshIntent;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.Application;
import dev.waymark.kube.ObjectName;
import dev.waymark.lint.Lint;
import dev.waymark.lint.Subject;
import dev.waymark.lock.Past;
import dev.waymark.lower.Layer;
import dev.waymark.lower.Lowering;
import dev.waymark.lower.Manifest;
import dev.waymark.lower.OutputView;
import dev.waymark.mesh.Delivery;
import dev.waymark.mesh.Mesh;
import dev.waymark.mesh.Mesh.Unit;
import dev.waymark.mesh.Resolver;
import dev.waymark.mesh.Waypoint;
import dev.waymark.output.OutputCheck;
import dev.waymark.output.OutputException;
import dev.waymark.output.OutputFolders;
import dev.waymark.output.OutputWriter;
import dev.waymark.output.StaleFile;
import dev.waymark.output.UnitNames;
import dev.waymark.output.WriteResult;
import dev.waymark.render.ManifestPrinter;
import dev.waymark.routing.ClusterRouting;
import dev.waymark.routing.Routing;
import dev.waymark.source.InputException;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.YamlDocument;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** One mesh on its way from documents to output. */
final class Compilation {
    /** A mesh, beside what exists. */
    private record Resolved(Mesh mesh, Inventory inventory) {
        Resolved deliveredBy(boolean sets) {
            return sets ? new Resolved(mesh.collected(), inventory) : this;
        }

        Lowering lower(Past past, boolean settle) {
            return Lowering.of(mesh, past, inventory, settle);
        }

        Routing routing(Lowering lowering) {
            return new Routing(OutputView.of(mesh, lowering, inventory));
        }

        UnitNames units(SortedSet<String> removed) {
            SortedSet<String> stated =
                    mesh.units().stream().map(Unit::name).collect(Collectors.toCollection(TreeSet::new));
            return new UnitNames(stated, removed);
        }
    }

    /**
     * What came of a directory.
     *
     * @param applications that deliver the mesh: those that were rendered, or that the fleet renders in their place
     */
    record Outcome<T>(T value, List<Application> applications) {}

    private final CompileRequest request;
    private final MeshInput input;
    private final DiagnosticLog log;

    Compilation(CompileRequest request, MeshInput input) {
        this.request = request.existing(input.existing());
        this.input = input;
        this.log = input.log();
    }

    /** What its Applications are named after in their namespace, {@code CLUSTER-UNIT}; none where Argo CD delivers nothing. */
    SortedSet<ObjectName> namesInArgo() {
        SortedSet<ObjectName> names = new TreeSet<>();
        if (!log.hasErrors()) {
            List<MeshIntent> intents = bind();
            if (Delivery.of(intents) instanceof Delivery.Argo argo) {
                intents.forEach(intent -> names.add(new ObjectName(
                        argo.namespace(),
                        Delivery.stem(input.cluster(), intent.unit().value()))));
            }
        }
        return names;
    }

    /** Everything but writing. */
    Optional<Mesh> validate() throws InputException {
        Optional<Resolved> resolved = resolve();
        resolved.ifPresent(found -> check(found, Lowering.of(found.mesh())));
        return resolved.map(Resolved::mesh).filter(found -> !isRefused());
    }

    /**
     * Writes the output, all of it or nothing.
     *
     * @param sets whether ApplicationSets of the fleet take the place of the Applications
     */
    Optional<Outcome<WriteResult>> render(Path directory, RenderOptions options, boolean sets)
            throws InputException, OutputException {
        Optional<Resolved> resolved = resolve();
        return resolved.isEmpty() ? Optional.empty() : write(resolved.get().deliveredBy(sets), directory, options);
    }

    /**
     * What differs in a directory from what a render would write.
     *
     * @param sets whether ApplicationSets of the fleet take the place of the Applications
     */
    Optional<Outcome<SortedSet<StaleFile>>> check(Path directory, boolean sets) throws InputException, OutputException {
        Optional<Resolved> resolved = resolve();
        return resolved.isEmpty() ? Optional.empty() : compare(resolved.get().deliveredBy(sets), directory);
    }

    /** The objects of some layers as one stream. */
    Optional<byte[]> print(SortedSet<Layer> layers) throws InputException {
        return resolve().flatMap(found -> stream(found, layers));
    }

    /** Who goes through which waypoint once the output has reached the mesh. */
    Optional<ClusterRouting> routes() throws InputException {
        return resolve()
                .map(found -> found.routing(Lowering.of(found.mesh())))
                .filter(routing -> !log.hasErrors())
                .map(routing -> new ClusterRouting(input.cluster(), routing));
    }

    /**
     * What would be rendered into an empty directory and the routes that come of it, wrong or not; empty where that cannot
     * be told.
     *
     * @param sets whether ApplicationSets of the fleet take the place of the Applications
     */
    Optional<Preview> preview(boolean sets) throws InputException {
        return resolve().map(found -> found.deliveredBy(sets)).map(found -> {
            Lowering lowering = Lowering.of(found.mesh());
            check(found, lowering);
            return new Preview(input.cluster(), found.mesh(), lowering, found.routing(lowering), found.inventory());
        });
    }

    /** The mesh that the documents describe; empty if it must not be used. */
    private Optional<Resolved> resolve() throws InputException {
        if (input.cluster().isPresent() && log.hasErrors()) {
            return Optional.empty();
        }
        Inventory inventory = InventoryReader.read(request, log);
        if (log.hasErrors()) {
            return Optional.empty();
        }
        Mesh resolved = placed(Resolver.resolve(bind(), request.istioVersion(), inventory, log));
        new Checks(inventory, log).references(resolved);
        return log.hasErrors() ? Optional.empty() : Optional.of(new Resolved(resolved, inventory));
    }

    private Mesh placed(Mesh resolved) {
        return input.cluster().map(resolved::in).orElse(resolved);
    }

    /** In the order of files and lines, so that messages do not depend on the order of the inputs. */
    private List<MeshIntent> bind() {
        return input.intents().stream()
                .sorted(Comparator.comparing(YamlDocument::span))
                .map(IntentBinder::bind)
                .map(intent -> input.delivery().map(intent::delivered).orElse(intent))
                .toList();
    }

    private void check(Resolved found, Lowering lowering) {
        new Checks(found.inventory(), log).tree(found.mesh(), lowering);
        judge(found, lowering);
    }

    /** What only shows when the output is laid over what exists; of that, only what the documents say is judged. */
    private void judge(Resolved found, Lowering lowering) {
        if (found.inventory().given() && !log.hasErrors()) {
            Set<ObjectName> declared = found.mesh().waypoints().stream()
                    .map(Waypoint::name)
                    .collect(Collectors.toCollection(HashSet::new));
            Set<SourceFile> ours = input.files();
            Subject subject = new Subject(
                    found.routing(lowering), found.inventory(), place -> ours.contains(place.file()), declared);
            Lint.checkOutput(subject, log);
        }
        log.reportUnusedSuppressions();
    }

    private Optional<Outcome<WriteResult>> write(Resolved found, Path directory, RenderOptions options)
            throws OutputException {
        UnitNames units = found.units(removed(directory, options));
        try (OutputWriter writer = OutputWriter.open(directory, units, options.mode(), log)) {
            Lowering lowering = found.lower(writer.past(), options.settle());
            check(found, lowering);
            if (isRefused()) {
                return Optional.empty();
            }
            render(lowering, writer::put);
            lowering.units().forEach(unit -> writer.linger(unit.name(), unit.lingering()));
            lowering.settled().forEach(writer::settle);
            writer.finish();
            if (isRefused()) {
                return Optional.empty();
            }
            writer.commit();
            return Optional.of(new Outcome<>(writer.result(), lowering.applications()));
        }
    }

    /** In a fleet not every cluster may have a unit that is taken back. */
    private SortedSet<String> removed(Path directory, RenderOptions options) throws OutputException {
        SortedSet<String> removed = new TreeSet<>(options.removedUnits());
        if (input.cluster().isPresent() && !removed.isEmpty()) {
            removed.retainAll(OutputFolders.read(directory).units());
        }
        return removed;
    }

    private Optional<Outcome<SortedSet<StaleFile>>> compare(Resolved found, Path directory) throws OutputException {
        OutputCheck check = OutputCheck.open(directory, found.units(new TreeSet<>()), log);
        Lowering lowering = found.lower(check.past(), false);
        check(found, lowering);
        if (isRefused()) {
            return Optional.empty();
        }
        render(lowering, check::put);
        lowering.units().forEach(unit -> check.linger(unit.name(), unit.lingering()));
        return Optional.of(new Outcome<>(check.stale(), lowering.applications()));
    }

    private Optional<byte[]> stream(Resolved found, SortedSet<Layer> layers) {
        Lowering lowering = Lowering.of(found.mesh());
        if (layers.contains(Layer.LABELS)) {
            new Checks(found.inventory(), log).streamWithLabels(found.mesh(), lowering);
            judge(found, lowering);
        } else {
            check(found, lowering);
        }
        if (isRefused()) {
            return Optional.empty();
        }
        ManifestPrinter printer = new ManifestPrinter();
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        layers.stream().flatMap(lowering::objects).forEach(manifest -> {
            String text = (stream.size() == 0 ? "" : "---\n") + printer.print(manifest.resource());
            stream.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        });
        return Optional.of(stream.toByteArray());
    }

    private void render(Lowering lowering, DocumentSink sink) throws OutputException {
        ManifestPrinter printer = new ManifestPrinter();
        AtomicLong done = new AtomicLong();
        lowering.forEach(manifest -> {
            request.progress().step("rendering manifests", done.incrementAndGet(), 0);
            sink.put(manifest, printer);
        });
    }

    /** Whether something was found that keeps it from being used. */
    boolean isRefused() {
        return log.has(request.failOn());
    }

    MeshInput input() {
        return input;
    }

    /** Takes a rendered document. */
    @FunctionalInterface
    interface DocumentSink {
        void put(String unit, String path, byte[] content) throws OutputException;

        /** Prints a document and takes it. */
        default void put(Manifest manifest, ManifestPrinter printer) throws OutputException {
            put(manifest.unit(), manifest.path(), printer.bytes(manifest.resource()));
        }
    }
}
