package dev.waymark;

import dev.waymark.check.Checks;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.IntentBinder;
import dev.waymark.intent.MeshIntent;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.IstioVersion;
import dev.waymark.kube.ObjectName;
import dev.waymark.lint.Lint;
import dev.waymark.lint.Subject;
import dev.waymark.lower.Layer;
import dev.waymark.lower.Lowering;
import dev.waymark.lower.OutputView;
import dev.waymark.mesh.Mesh;
import dev.waymark.mesh.Mesh.Unit;
import dev.waymark.mesh.Resolver;
import dev.waymark.mesh.Waypoint;
import dev.waymark.output.OutputCheck;
import dev.waymark.output.OutputException;
import dev.waymark.output.OutputWriter;
import dev.waymark.output.StaleFile;
import dev.waymark.output.UnitNames;
import dev.waymark.output.WriteResult;
import dev.waymark.render.ManifestPrinter;
import dev.waymark.routing.Routing;
import dev.waymark.source.Input;
import dev.waymark.source.InputException;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourceReader;
import dev.waymark.yaml.Places;
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

/** Compiles intents; an instance serves one request. */
public final class MeshCompiler {
    private final CompileRequest request;
    private final DiagnosticLog log = new DiagnosticLog();
    private List<YamlDocument> documents = List.of();
    private Inventory inventory = Inventory.NONE;

    public MeshCompiler(CompileRequest request) {
        this.request = request;
    }

    /** Everything but writing. */
    public CompileResult<Mesh> validate() throws InputException {
        Optional<Mesh> mesh = resolve();
        mesh.ifPresent(found -> check(found, Lowering.of(found)));
        Optional<Mesh> usable = mesh.filter(found -> !log.has(request.failOn()));
        return result(usable, usable);
    }

    /**
     * Writes the output, all of it or nothing.
     *
     * @throws OutputException if the directory cannot be read or written, or another render is writing into it
     */
    public CompileResult<WriteResult> render(Path directory, RenderOptions options)
            throws InputException, OutputException {
        Optional<Mesh> mesh = resolve();
        return result(mesh, mesh.isPresent() ? write(mesh.get(), directory, options) : Optional.empty());
    }

    /** Compares a directory with what a render would write; the outcome lists what differs. */
    public CompileResult<SortedSet<StaleFile>> check(Path directory) throws InputException, OutputException {
        Optional<Mesh> mesh = resolve();
        return result(mesh, mesh.isPresent() ? compare(mesh.get(), directory) : Optional.empty());
    }

    /**
     * One stream of cluster objects, whole or not at all. Nothing is known of earlier renders, so that nothing lingers.
     *
     * @param layers those that are printed, in their order
     */
    public CompileResult<byte[]> print(SortedSet<Layer> layers) throws InputException {
        Optional<Mesh> mesh = resolve();
        return result(mesh, mesh.flatMap(found -> stream(found, layers)));
    }

    /**
     * Who goes through which waypoint, once the output has reached the mesh; with an inventory alone, as it is. What
     * would be refused later is answered for all the same.
     */
    public CompileResult<Routing> routes() throws InputException {
        if (request.inputs().isEmpty()) {
            Inventory existing = InventoryReader.read(request, log);
            IstioVersion version = request.istioVersion().orElse(IstioVersion.NEWEST);
            return result(Optional.empty(), usable(new Routing(existing.view(version))));
        }
        Optional<Mesh> mesh = resolve();
        return result(
                mesh, mesh.flatMap(found -> usable(new Routing(OutputView.of(found, Lowering.of(found), inventory)))));
    }

    private <T> Optional<T> usable(T outcome) {
        return log.hasErrors() ? Optional.empty() : Optional.of(outcome);
    }

    /** The mesh that the inputs describe; empty if it must not be used. */
    private Optional<Mesh> resolve() throws InputException {
        List<Input> inputs = SourceReader.read(request.inputs(), request.standardInput(), Documents::mayHoldOurs);
        documents = Documents.read(inputs, request.progress(), log);
        inventory = InventoryReader.read(request, log);
        if (log.hasErrors()) {
            return Optional.empty();
        }
        Mesh mesh = Resolver.resolve(bind(documents), request.istioVersion(), inventory, log);
        checks().references(mesh);
        return log.hasErrors() ? Optional.empty() : Optional.of(mesh);
    }

    private void check(Mesh mesh, Lowering lowering) {
        checks().tree(mesh, lowering);
        judge(mesh, lowering);
    }

    private Checks checks() {
        return new Checks(inventory, log);
    }

    /** What only shows when the output is laid over what exists; of that, only what the documents say is judged. */
    private void judge(Mesh mesh, Lowering lowering) {
        if (inventory.given() && !log.hasErrors()) {
            Set<SourceFile> ours = documents.stream()
                    .map(document -> document.span().file())
                    .collect(Collectors.toCollection(HashSet::new));
            Set<ObjectName> declared =
                    mesh.waypoints().stream().map(Waypoint::name).collect(Collectors.toCollection(HashSet::new));
            Routing routing = new Routing(OutputView.of(mesh, lowering, inventory));
            Lint.checkOutput(new Subject(routing, inventory, place -> ours.contains(place.file()), declared), log);
        }
        log.reportUnusedSuppressions();
    }

    /** In the order of files and lines, so that messages do not depend on the order of the inputs. */
    private static List<MeshIntent> bind(List<YamlDocument> documents) {
        return documents.stream()
                .sorted(Comparator.comparing(YamlDocument::span))
                .map(IntentBinder::bind)
                .toList();
    }

    private Optional<WriteResult> write(Mesh mesh, Path directory, RenderOptions options) throws OutputException {
        UnitNames units = new UnitNames(units(mesh), options.removedUnits());
        try (OutputWriter writer = OutputWriter.open(directory, units, options.mode(), log)) {
            Lowering lowering = Lowering.of(mesh, writer.past(), inventory, options.settle());
            check(mesh, lowering);
            if (log.has(request.failOn())) {
                return Optional.empty();
            }
            render(lowering, writer::put);
            lowering.units().forEach(unit -> writer.linger(unit.name(), unit.lingering()));
            lowering.settled().forEach(writer::settle);
            writer.finish();
            if (log.has(request.failOn())) {
                return Optional.empty();
            }
            writer.commit();
            return Optional.of(writer.result());
        }
    }

    private Optional<SortedSet<StaleFile>> compare(Mesh mesh, Path directory) throws OutputException {
        OutputCheck check = OutputCheck.open(directory, UnitNames.of(units(mesh)), log);
        Lowering lowering = Lowering.of(mesh, check.past(), inventory, false);
        check(mesh, lowering);
        if (log.has(request.failOn())) {
            return Optional.empty();
        }
        render(lowering, check::put);
        lowering.units().forEach(unit -> check.linger(unit.name(), unit.lingering()));
        SortedSet<StaleFile> stale = check.stale();
        if (!stale.isEmpty()) {
            String files = stale.size() == 1 ? "1 file differs" : stale.size() + " files differ";
            log.add(Diagnostic.of(Code.STALE_OUTPUT, directory, files));
        }
        return Optional.of(stale);
    }

    private Optional<byte[]> stream(Mesh mesh, SortedSet<Layer> layers) {
        Lowering lowering = Lowering.of(mesh);
        if (layers.contains(Layer.LABELS)) {
            checks().streamWithLabels(mesh, lowering);
            judge(mesh, lowering);
        } else {
            check(mesh, lowering);
        }
        if (log.has(request.failOn())) {
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

    private static SortedSet<String> units(Mesh mesh) {
        return mesh.units().stream().map(Unit::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Takes a rendered document. */
    private interface Sink {
        void put(String unit, String path, byte[] content) throws OutputException;
    }

    private void render(Lowering lowering, Sink sink) throws OutputException {
        ManifestPrinter printer = new ManifestPrinter();
        AtomicLong done = new AtomicLong();
        lowering.forEach(manifest -> {
            request.progress().step("rendering manifests", done.incrementAndGet(), 0);
            String text = printer.print(manifest.resource());
            sink.put(manifest.unit(), manifest.path(), text.getBytes(StandardCharsets.UTF_8));
        });
    }

    private <T> CompileResult<T> result(Optional<Mesh> mesh, Optional<T> outcome) {
        return new CompileResult<>(log.sorted(), new Places(documents), log.has(request.failOn()), mesh, outcome);
    }
}
