package dev.waymark;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.inject.Appended;
import dev.waymark.inject.Conflict;
import dev.waymark.inject.Injection;
import dev.waymark.inject.ResourceList;
import dev.waymark.inject.Result;
import dev.waymark.inventory.Fields;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import dev.waymark.kube.Ordered;
import dev.waymark.lower.Layer;
import dev.waymark.mesh.LabelledObject;
import dev.waymark.mesh.Mesh;
import dev.waymark.source.InputException;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.Places;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Puts the labels of intents into manifests that stream through: plain ones, or those that a KRM function is given. */
public final class MeshInjection {
    private final String stream;
    private final Optional<ResourceList> list;

    /** Takes a stream, and looks at what it is. */
    public MeshInjection(String stream) {
        this.stream = stream;
        this.list = ResourceList.in(stream);
    }

    /**
     * What is asked for beside labels.
     *
     * @param resources whether Gateways, ServiceEntries and what else is ours comes along
     * @param complete whether an object that the stream lacks is an error
     */
    public record Options(boolean resources, boolean complete) {}

    /**
     * What came of it.
     *
     * @param stream to be handed on; empty where something is wrong: half a stream would be worse than none
     * @param answer for who asked by a ResourceList, wrong or not: as it came, and what was found
     * @param missing objects that the intents name and the stream lacks
     * @param unplaced objects of the stream that state no namespace, and would be missing no more in another
     */
    public record Injected(
            Optional<String> stream,
            Optional<String> answer,
            int labelled,
            List<ObjectRef> missing,
            List<ObjectRef> unplaced) {
        public Injected {
            missing = Ordered.list(missing);
            unplaced = Ordered.list(unplaced);
        }
    }

    /** Whether the stream is what a KRM function is given. */
    public boolean isFunction() {
        return list.isPresent();
    }

    /**
     * Compiles the intents, which are of one cluster, and edits the stream. Where they ask for what only manifests can
     * tell, such as which workloads have pods with a label, those that stream through are manifests that exist.
     *
     * @param request whose intents do not count where the stream is a ResourceList: its functionConfig is the only one
     * @throws InputException if an input is missing, or the stream cannot be edited
     */
    public CompileResult<Injected> run(CompileRequest request, Options options) throws InputException {
        CompileResult<Mesh> alone = new MeshCompiler(intents(request)).validateOne();
        boolean lacking = alone.diagnostics().stream().anyMatch(each -> each.code() == Code.INVENTORY_NEEDED);
        if (!lacking || isFunction()) {
            return injected(alone, request, options);
        }
        CompileRequest informed = request.existing(request.existing().and(SourceFile.STANDARD_INPUT));
        return injected(new MeshCompiler(intents(informed)).validateOne(), informed, options);
    }

    private CompileResult<Injected> injected(CompileResult<Mesh> compiled, CompileRequest request, Options options)
            throws InputException {
        List<LabelledObject> objects = compiled.outcome().map(Mesh::objects).orElse(List.of());
        Injection injection = new Injection(objects, request.existing().namespace());
        String labelled = injection.into(stream);
        DiagnosticLog log = new DiagnosticLog();
        log.addAll(compiled.diagnostics());
        injection.conflicts().forEach(conflict -> log.add(conflict.diagnostic()));
        if (options.complete()) {
            injection.missing().forEach(object -> log.add(missing(object)));
        }
        CompileResult<String> result =
                new CompileResult<>(log.sorted(), compiled.places(), log.has(request.failOn()), Optional.of(labelled));
        Optional<String> whole = result.failed()
                ? Optional.empty()
                : Optional.of(options.resources() ? withResources(labelled, request) : labelled);
        Optional<String> answer = list.isPresent()
                ? Optional.of(answer(whole.orElse(stream), result, injection.conflicts()))
                : Optional.empty();
        return result.with(Optional.of(injected(injection, whole, answer)));
    }

    private static Injected injected(Injection injection, Optional<String> whole, Optional<String> answer) {
        List<ObjectRef> missing =
                injection.missing().stream().map(LabelledObject::object).toList();
        List<ObjectRef> unplaced = injection.unplaced().stream()
                .filter(ref -> missing.stream()
                        .anyMatch(other ->
                                other.kind() == ref.kind() && other.name().equals(ref.name())))
                .toList();
        return new Injected(whole, answer, injection.found().size(), missing, unplaced);
    }

    /** Each compilation reads them afresh. */
    private CompileRequest intents(CompileRequest request) throws InputException {
        if (list.isEmpty()) {
            return request.standardInput(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)));
        }
        byte[] intent = list.get().intent().getBytes(StandardCharsets.UTF_8);
        return request.inputs(List.of(SourceFile.STANDARD_INPUT)).standardInput(new ByteArrayInputStream(intent));
    }

    private static Diagnostic missing(LabelledObject object) {
        return Diagnostic.of(Code.TARGET_NOT_FOUND, object.object(), "standard input")
                .at(object.source())
                .help("add its manifest to the stream, or leave --complete out");
    }

    /** With objects of ours that the stream does not have yet. */
    private String withResources(String labelled, CompileRequest request) throws InputException {
        byte[] printed = new MeshCompiler(intents(request))
                .print(new TreeSet<>(EnumSet.of(Layer.GATEWAYS, Layer.ENROLLMENT)))
                .outcome()
                .orElse(new byte[0]);
        Appended ours = new Appended(
                new String(printed, StandardCharsets.UTF_8), request.existing().namespace());
        Optional<ResourceList> items = ResourceList.in(labelled);
        return items.isPresent() ? ours.toItems(items.get()) : ours.toStream(labelled);
    }

    private static String answer(String list, CompileResult<?> result, List<Conflict> conflicts) throws InputException {
        Places places = result.placesOfMessages();
        List<Result> results = result.diagnostics().stream()
                .map(each -> conflicts.stream()
                        .filter(conflict -> conflict.diagnostic().equals(each))
                        .findFirst()
                        .map(conflict -> Result.of(each, reference(conflict.object()), conflict.field()))
                        .orElseGet(() -> inIntent(each, places)))
                .toList();
        return results.isEmpty() ? list : ResourceList.in(list).orElseThrow().withResults(results);
    }

    private static Result inIntent(Diagnostic diagnostic, Places places) {
        String unit = places.documents().stream()
                .flatMap(document -> Fields.text(document.root(), "metadata", "name").stream())
                .findFirst()
                .orElse("");
        Result.Reference intent = new Result.Reference("waymark.dev/v1alpha1", "MeshIntent", Optional.empty(), unit);
        String field = diagnostic
                .span()
                .map(span -> Result.field(places.of(span).pointer()))
                .orElse("");
        return Result.of(diagnostic, intent, field);
    }

    private static Result.Reference reference(ObjectRef object) {
        Kind kind = object.kind();
        Optional<String> namespace = kind == Kind.NAMESPACE ? Optional.empty() : Optional.of(object.namespace());
        return new Result.Reference(kind.apiVersion(), kind.kindName(), namespace, object.name());
    }
}
