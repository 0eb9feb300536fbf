package dev.waymark.kube;

import java.util.Map;

/** A document that is rendered; the template that prints it is named like its record. */
public sealed interface Resource
        permits Gateway,
                ServiceEntry,
                FullNamespace,
                PartialObject,
                Kustomization,
                PatchComponent,
                EmptyComponent,
                CollectionComponent {
    /**
     * What the document must say: maps, lists, strings and integers, in the order in which they are printed. A string
     * that is a {@link Embedded} holds a document of its own.
     */
    Map<String, Object> tree();

    /** YAML inside a string of YAML. */
    record Embedded(Map<String, Object> tree) {}
}
