package dev.waymark;

import dev.waymark.check.Checks;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.IntentBinder;
import dev.waymark.intent.MeshIntent;
import dev.waymark.lower.Lowering;
import dev.waymark.mesh.Mesh;
import dev.waymark.mesh.Mesh.Unit;
import dev.waymark.mesh.Resolver;
import dev.waymark.output.OutputCheck;
import dev.waymark.output.OutputException;
import dev.waymark.output.OutputWriter;
import dev.waymark.output.StaleFile;
import dev.waymark.output.WriteResult;
import dev.waymark.render.ManifestPrinter;
import dev.waymark.source.Input;
import dev.waymark.source.InputException;
import dev.waymark.source.SourceReader;
import dev.waymark.yaml.Places;
import dev.waymark.yaml.YamlDocument;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Compiles intents; an instance serves one request. */
public final class MeshCompiler {
    private final CompileRequest request;
    private final DiagnosticLog log = new DiagnosticLog();
    private List<YamlDocument> documents = List.of();

    public MeshCompiler(CompileRequest request) {
        this.request = request;
    }

    /** Everything but writing. */
    public CompileResult<Mesh> validate() throws InputException {
        Optional<Mesh> mesh = compile();
        return result(mesh, mesh);
    }

    /**
     * Writes the output, all of it or nothing.
     *
     * @throws OutputException if the directory cannot be read or written, or another render is writing into it
     */
    public CompileResult<WriteResult> render(Path directory, OutputWriter.Mode mode)
            throws InputException, OutputException {
        Optional<Mesh> mesh = compile();
        return result(mesh, mesh.isPresent() ? write(mesh.get(), directory, mode) : Optional.empty());
    }

    /** Compares a directory with what a render would write; the outcome lists what differs. */
    public CompileResult<SortedSet<StaleFile>> check(Path directory) throws InputException, OutputException {
        Optional<Mesh> mesh = compile();
        return result(mesh, mesh.isPresent() ? compare(mesh.get(), directory) : Optional.empty());
    }

    /** The mesh that the inputs describe; empty if it must not be used. */
    private Optional<Mesh> compile() throws InputException {
        List<Input> inputs = SourceReader.read(request.inputs(), request.standardInput(), Documents::mayHoldOurs);
        documents = Documents.read(inputs, log);
        if (log.hasErrors()) {
            return Optional.empty();
        }
        Mesh mesh = Resolver.resolve(bind(documents), log);
        Checks.run(mesh, log);
        return log.has(request.failOn()) ? Optional.empty() : Optional.of(mesh);
    }

    /** In the order of files and lines, so that messages do not depend on the order of the inputs. */
    private static List<MeshIntent> bind(List<YamlDocument> documents) {
        return documents.stream()
                .sorted(Comparator.comparing(YamlDocument::span))
                .map(IntentBinder::bind)
                .toList();
    }

    private Optional<WriteResult> write(Mesh mesh, Path directory, OutputWriter.Mode mode) throws OutputException {
        try (OutputWriter writer = OutputWriter.open(directory, units(mesh), mode, log)) {
            if (log.hasErrors()) {
                return Optional.empty();
            }
            render(mesh, writer::put);
            writer.finish();
            if (log.hasErrors()) {
                return Optional.empty();
            }
            writer.commit();
            return Optional.of(writer.result());
        }
    }

    private Optional<SortedSet<StaleFile>> compare(Mesh mesh, Path directory) throws OutputException {
        OutputCheck check = OutputCheck.open(directory, units(mesh), log);
        if (log.hasErrors()) {
            return Optional.empty();
        }
        render(mesh, check::put);
        SortedSet<StaleFile> stale = check.stale();
        if (!stale.isEmpty()) {
            String files = stale.size() == 1 ? "1 file differs" : stale.size() + " files differ";
            log.add(Diagnostic.of(Code.STALE_OUTPUT, directory, files));
        }
        return Optional.of(stale);
    }

    private static List<String> units(Mesh mesh) {
        return mesh.units().stream().map(Unit::name).toList();
    }

    /** Takes a rendered document. */
    private interface Sink {
        void put(String unit, String path, byte[] content) throws OutputException;
    }

    private static void render(Mesh mesh, Sink sink) throws OutputException {
        ManifestPrinter printer = new ManifestPrinter();
        Lowering.lower(mesh, manifest -> {
            String text = printer.print(manifest.resource());
            sink.put(manifest.unit(), manifest.path(), text.getBytes(StandardCharsets.UTF_8));
        });
    }

    private <T> CompileResult<T> result(Optional<Mesh> mesh, Optional<T> outcome) {
        return new CompileResult<>(log.sorted(), new Places(documents), log.has(request.failOn()), mesh, outcome);
    }
}
