package dev.waymark.inventory;

import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import dev.waymark.routing.Labels;
import dev.waymark.source.Span;
import dev.waymark.yaml.YamlMapping;
import java.util.Optional;

/** Labels and annotations that a patch or a partial object puts on an object of somebody else's. */
public record PartOfObject(ObjectRef object, Labels labels, Labels annotations) {
    /**
     * Reads a partial object.
     *
     * @param namespace of one that states none
     * @return empty if it is of a kind that carries no labels of ours
     */
    public static Optional<PartOfObject> of(YamlMapping root, String namespace) {
        return Kind.find(root.text("kind").orElse(""))
                .flatMap(kind -> Fields.text(root, "metadata", "name").map(name -> {
                    String place = Fields.text(root, "metadata", "namespace").orElse(namespace);
                    ObjectRef ref =
                            kind == Kind.NAMESPACE ? ObjectRef.namespace(name) : new ObjectRef(kind, place, name);
                    return new PartOfObject(
                            ref,
                            ViewBinder.podMetadata(root, kind, "labels"),
                            ViewBinder.podMetadata(root, kind, "annotations"));
                }));
    }

    /** The same where its text stands within another one. */
    public PartOfObject at(Span span) {
        return new PartOfObject(object, Labels.at(labels.values(), span), Labels.at(annotations.values(), span));
    }
}
