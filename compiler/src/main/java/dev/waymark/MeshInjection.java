package dev.waymark;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Puts the labels of intents into manifests that stream through: plain ones, or those that a KRM function is given. */
public final class MeshInjection {
    private final CompileRequest request;
    private final Options options;
    private final String stream;
    private final Optional<ResourceList> list;

    private MeshInjection(String stream, CompileRequest request, Options options) {
        this.stream = stream;
        this.request = request;
        this.options = options;
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
     */
    public record Injected(Optional<String> stream, Optional<String> answer, int labelled, List<ObjectRef> missing) {
        public Injected {
            missing = Ordered.list(missing);
        }
    }

    /** Whether a stream is what a KRM function is given. */
    public static boolean isFunction(String stream) {
        return ResourceList.in(stream).isPresent();
    }

    /**
     * Compiles the intents, which are of one cluster, and edits a stream.
     *
     * @param request whose intents do not count where the stream is a ResourceList: its functionConfig is the only one
     * @throws InputException if an input is missing, or the stream cannot be edited
     */
    public static CompileResult<Injected> into(String stream, CompileRequest request, Options options)
            throws InputException {
        return new MeshInjection(stream, request, options).run();
    }

    private CompileResult<Injected> run() throws InputException {
        CompileResult<Mesh> compiled = new MeshCompiler(intents()).validateOne();
        List<LabelledObject> objects = compiled.outcome().map(Mesh::objects).orElse(List.of());
        Injection injection = new Injection(objects, request.existing().namespace());
        String labelled = injection.into(stream);
        List<Diagnostic> found = new ArrayList<>(compiled.diagnostics());
        injection.conflicts().forEach(conflict -> found.add(conflict.diagnostic()));
        if (options.complete()) {
            injection.missing().forEach(object -> found.add(missing(object)));
        }
        Collections.sort(found);
        boolean failed = found.stream().anyMatch(each -> each.severity().compareTo(request.failOn()) <= 0);
        Optional<String> whole =
                failed ? Optional.empty() : Optional.of(options.resources() ? with(labelled) : labelled);
        Injected injected = new Injected(
                whole,
                list.isPresent()
                        ? Optional.of(answer(whole.orElse(stream), found, compiled.places(), injection.conflicts()))
                        : Optional.empty(),
                injection.found().size(),
                injection.missing().stream().map(LabelledObject::object).toList());
        return new CompileResult<>(found, compiled.places(), failed, Optional.of(injected));
    }

    /** Each compilation reads them afresh. */
    private CompileRequest intents() throws InputException {
        if (list.isEmpty()) {
            return request;
        }
        byte[] intent = list.get().intent().getBytes(StandardCharsets.UTF_8);
        return request.inputs(List.of(SourceFile.STANDARD_INPUT)).standardInput(new ByteArrayInputStream(intent));
    }

    private static Diagnostic missing(LabelledObject object) {
        return Diagnostic.of(Code.TARGET_NOT_FOUND, object.object(), "standard input")
                .at(object.source())
                .help("add its manifest to the stream, or leave --complete out");
    }

    /** Objects of ours that the stream does not have yet. */
    private String with(String labelled) throws InputException {
        byte[] printed = new MeshCompiler(intents())
                .print(new TreeSet<>(EnumSet.of(Layer.GATEWAYS, Layer.ENROLLMENT)))
                .outcome()
                .orElse(new byte[0]);
        String documents = new String(printed, StandardCharsets.UTF_8);
        return list.isPresent() ? Appended.toItems(labelled, documents) : Appended.toStream(labelled, documents);
    }

    private static String answer(String list, List<Diagnostic> found, Places places, List<Conflict> conflicts) {
        Places known = places.including(
                found.stream().flatMap(each -> each.span().stream()).toList());
        List<Result> results = found.stream()
                .flatMap(each -> conflicts.stream()
                        .filter(conflict -> conflict.diagnostic().equals(each))
                        .findFirst()
                        .map(conflict -> Result.of(each, reference(conflict.object()), conflict.field()))
                        .or(() -> inIntent(each, known))
                        .stream())
                .toList();
        return ResourceList.in(list).map(answer -> answer.withResults(results)).orElse(list);
    }

    private static Optional<Result> inIntent(Diagnostic diagnostic, Places places) {
        String unit = places.documents().stream()
                .flatMap(document -> Fields.text(document.root(), "metadata", "name").stream())
                .findFirst()
                .orElse("");
        Result.Reference intent = new Result.Reference("waymark.dev/v1alpha1", "MeshIntent", Optional.empty(), unit);
        return Optional.of(Result.of(
                diagnostic,
                intent,
                diagnostic
                        .span()
                        .map(span -> Result.field(places.of(span).pointer()))
                        .orElse("")));
    }

    private static Result.Reference reference(ObjectRef object) {
        Kind kind = object.kind();
        Optional<String> namespace = kind == Kind.NAMESPACE ? Optional.empty() : Optional.of(object.namespace());
        return new Result.Reference(kind.apiVersion(), kind.kindName(), namespace, object.name());
    }
}
