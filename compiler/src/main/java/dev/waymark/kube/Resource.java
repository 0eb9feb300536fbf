package dev.waymark.kube;

import dev.waymark.yaml.ScalarType;
import java.util.Map;

/** A document that is rendered; the template that prints it is named like its record. */
public sealed interface Resource
        permits ConfigMap,
                Gateway,
                ServiceEntry,
                FullNamespace,
                PartialObject,
                Kustomization,
                LabelPatch,
                KustomizePatch,
                PatchComponent,
                OwnersPatch,
                ManagedNamespace,
                EmptyComponent,
                CollectionComponent,
                Application,
                ApplicationSet,
                FluxKustomization {
    /**
     * What the document must say: maps, lists, strings, integers and {@link Literal literals}, in the order in which
     * they are printed. A string that is a {@link Embedded} holds a document of its own.
     */
    Map<String, Object> tree();

    /** YAML inside a string of YAML. */
    record Embedded(Map<String, Object> tree) {}

    /** A number, a truth or {@code null}, as it is printed. */
    record Literal(String text) {
        static Literal of(boolean truth) {
            return new Literal(Boolean.toString(truth));
        }

        public Literal {
            if (text.isEmpty() || ScalarType.ofPlain(text) == ScalarType.STRING) {
                throw new IllegalArgumentException("a text is no literal: " + text);
            }
        }
    }
}
