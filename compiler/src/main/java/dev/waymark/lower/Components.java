package dev.waymark.lower;

import dev.waymark.kube.CollectionComponent;
import dev.waymark.kube.Kind;
import dev.waymark.kube.PatchComponent;
import dev.waymark.lower.Lowering.Sink;
import dev.waymark.mesh.LabelledObject;
import dev.waymark.mesh.Mesh.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The Kustomize Components that owners include: one for each object, one with all objects of a namespace, and one with
 * the Namespace alone, which mostly has another owner.
 */
final class Components {
    private static final String FILE = "/kustomization.yaml";

    private Components() {}

    static <E extends Exception> void lower(Unit unit, Sink<E> sink) throws E {
        Map<String, List<String>> collections = new TreeMap<>();
        for (LabelledObject object : unit.objects()) {
            String namespace = "components/" + object.object().namespace() + "/";
            String folder = FileName.folder(object.object());
            String collection = object.object().kind() == Kind.NAMESPACE ? "namespace" : "objects";
            collections
                    .computeIfAbsent(namespace + collection + FILE, path -> new ArrayList<>())
                    .add("../" + folder);
            PatchComponent patch = new PatchComponent(object.object(), object.labels());
            sink.accept(new Manifest(unit.name(), namespace + folder + FILE, patch, Optional.of(object.source())));
        }
        for (Map.Entry<String, List<String>> collection : collections.entrySet()) {
            CollectionComponent component = new CollectionComponent(collection.getValue());
            sink.accept(new Manifest(unit.name(), collection.getKey(), component, Optional.empty()));
        }
    }
}
