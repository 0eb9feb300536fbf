package dev.waymark.kube;

import java.util.List;
import java.util.Map;

/**
 * The part of an Argo CD Application that labels the namespace which it creates.
 *
 * @param namespace where it delivers to: of no other Namespace are the labels
 */
public record ManagedNamespace(String namespace, Marks marks) implements Resource {
    @Override
    public Map<String, Object> tree() {
        return Ordered.tree(
                "spec",
                Ordered.tree(
                        "destination",
                        Ordered.tree("namespace", namespace),
                        "syncPolicy",
                        Ordered.tree(
                                "managedNamespaceMetadata",
                                Ordered.tree("labels", marks.labels(), "annotations", marks.annotations()),
                                "syncOptions",
                                List.of("CreateNamespace=true"))));
    }
}
