package dev.waymark;

import dev.waymark.kube.ObjectRef;
import dev.waymark.mesh.LabelledObject;
import dev.waymark.mesh.Mesh;
import dev.waymark.source.InputException;
import java.util.List;
import java.util.Optional;

/**
 * The labels that intents want on objects of others, to be handed to their owners.
 *
 * @param objects each once for every unit that names it
 * @param cluster the one of a fleet that they are in
 */
public record MeshHandover(List<LabelledObject> objects, Optional<String> cluster) {
    /**
     * Compiles the intents, which are of one cluster. That an owner lacks a label is no error here: it is why somebody
     * asks.
     *
     * @throws InputException if an input is missing, or the cluster of a fleet is not named
     */
    public static CompileResult<MeshHandover> of(CompileRequest request) throws InputException {
        CompileResult<Mesh> compiled = new MeshCompiler(request).wantedOfOne();
        return compiled.with(compiled.outcome().map(mesh -> new MeshHandover(mesh.objects(), mesh.cluster())));
    }

    /** An object, as the unit names it that renders its labels; empty if no intent names it. */
    public Optional<LabelledObject> find(ObjectRef object) {
        List<LabelledObject> named =
                objects.stream().filter(each -> each.object().equals(object)).toList();
        return named.stream()
                .filter(each -> !each.marks().isEmpty())
                .findFirst()
                .or(() -> named.stream().findFirst());
    }
}
