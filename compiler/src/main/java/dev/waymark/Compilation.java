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

/**
 * One mesh on its way from documents to output. An instance is for one way, and holds no more than its Applications when
 * it has been gone.
 */
final class Compilation {
    /** A mesh, beside what exists. */
    private record Resolved(Mesh mesh, Inventory inventory) {
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

    private final CompileRequest request;
    private final MeshInput input;
    private final boolean sets;
    private final DiagnosticLog log;
    private List<Application> applications = List.of();

    /** @param sets whether ApplicationSets of the fleet take the place of the Applications */
    Compilation(CompileRequest request, MeshInput input, boolean sets) {
        this.request = request.existing(input.existing());
        this.input = input;
        this.sets = sets;
        this.log = input.log();
    }

    /** How Argo CD delivers it; empty where it does not, or where that cannot be said. */
    Optional<Delivery.Argo> argo() {
        return !log.hasErrors() && Delivery.of(bind()) instanceof Delivery.Argo argo
                ? Optional.of(argo)
                : Optional.empty();
    }

    /** The names of its units. */
    SortedSet<String> units() {
        return input.intents().stream()
                .map(document -> IntentBinder.bind(document).unit().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Everything but writing. */
    Optional<Mesh> validate() throws InputException {
        Optional<Resolved> resolved = resolve();
        resolved.ifPresent(found -> check(found, Lowering.of(found.mesh())));
        return resolved.map(Resolved::mesh).filter(found -> !isRefused());
    }

    /** Writes the output, all of it or nothing. */
    Optional<WriteResult> render(Path directory, RenderOptions options) throws InputException, OutputException {
        Optional<Resolved> resolved = resolve();
        return resolved.isEmpty() ? Optional.empty() : write(resolved.get(), directory, options);
    }

    /** What differs in a directory from what a render would write. */
    Optional<SortedSet<StaleFile>> check(Path directory) throws InputException, OutputException {
        Optional<Resolved> resolved = resolve();
        return resolved.isEmpty() ? Optional.empty() : compare(resolved.get(), directory);
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
        Mesh there = input.cluster().map(resolved::in).orElse(resolved);
        return sets ? there.collected() : there;
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

    private Optional<WriteResult> write(Resolved found, Path directory, RenderOptions options) throws OutputException {
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
            return Optional.of(writer.result());
        }
    }

    /** In a fleet not every cluster may have a unit that is taken back. */
    private SortedSet<String> removed(Path directory, RenderOptions options) throws OutputException {
        SortedSet<String> removed = new TreeSet<>(options.removedUnits());
        if (input.cluster().isPresent()) {
            removed.retainAll(OutputFolders.read(directory).units());
        }
        return removed;
    }

    private Optional<SortedSet<StaleFile>> compare(Resolved found, Path directory) throws OutputException {
        OutputCheck check = OutputCheck.open(directory, found.units(new TreeSet<>()), log);
        Lowering lowering = found.lower(check.past(), false);
        check(found, lowering);
        if (isRefused()) {
            return Optional.empty();
        }
        render(lowering, check::put);
        lowering.units().forEach(unit -> check.linger(unit.name(), unit.lingering()));
        return Optional.of(check.stale());
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
        applications = lowering.applications();
        ManifestPrinter printer = new ManifestPrinter();
        AtomicLong done = new AtomicLong();
        lowering.forEach(manifest -> {
            request.progress().step("rendering manifests", done.incrementAndGet(), 0);
            String text = printer.print(manifest.resource());
            sink.put(manifest.unit(), manifest.path(), text.getBytes(StandardCharsets.UTF_8));
        });
    }

    /** Whether something was found that keeps it from being used. */
    boolean isRefused() {
        return log.has(request.failOn());
    }

    MeshInput input() {
        return input;
    }

    /** The Applications that were rendered, or that the fleet renders in their place. */
    List<Application> applications() {
        return applications;
    }

    /** Takes a rendered document. */
    @FunctionalInterface
    interface DocumentSink {
        void put(String unit, String path, byte[] content) throws OutputException;
    }
}
