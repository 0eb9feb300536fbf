package dev.waymark.lower;

import dev.waymark.kube.CollectionComponent;
import dev.waymark.kube.EmptyComponent;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import dev.waymark.kube.PatchComponent;
import dev.waymark.kube.Resource;
import dev.waymark.lower.LoweredUnit.ComponentFolder;
import dev.waymark.mesh.LabelledObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The Kustomize Components that owners include: one for each object, one with all objects of a namespace, and one with
 * the Namespace alone, which mostly has another owner.
 */
final class Components {
    private static final String FILE = "/kustomization.yaml";
    private static final String NAMESPACE_FOLDER = Kind.NAMESPACE.fileWord() + "_";

    private Components() {}

    /** The folder of an object's Component, relative to the unit's. */
    static String folder(ObjectRef object) {
        return "components/" + object.namespace() + "/" + FileName.folder(object);
    }

    static Stream<Manifest> of(LoweredUnit unit) {
        Map<String, List<String>> collections = new TreeMap<>();
        for (ComponentFolder component : unit.components()) {
            int leaf = component.path().lastIndexOf('/') + 1;
            String name = component.path().substring(leaf);
            String collection = name.startsWith(NAMESPACE_FOLDER) ? "namespace" : "objects";
            collections
                    .computeIfAbsent(component.path().substring(0, leaf) + collection, path -> new ArrayList<>())
                    .add("../" + name);
        }
        return Stream.concat(
                unit.components().stream().map(component -> manifest(unit, component)),
                collections.entrySet().stream().map(entry -> collection(unit, entry)));
    }

    private static Manifest manifest(LoweredUnit unit, ComponentFolder component) {
        Resource resource = component
                .object()
                .filter(object -> !object.marks().isEmpty())
                .<Resource>map(object -> new PatchComponent(object.object(), object.marks()))
                .orElseGet(EmptyComponent::new);
        return new Manifest(
                unit.name(),
                component.path() + FILE,
                resource,
                component.object().map(LabelledObject::source));
    }

    private static Manifest collection(LoweredUnit unit, Map.Entry<String, List<String>> collection) {
        return new Manifest(
                unit.name(),
                collection.getKey() + FILE,
                new CollectionComponent(collection.getValue()),
                Optional.empty());
    }
}
