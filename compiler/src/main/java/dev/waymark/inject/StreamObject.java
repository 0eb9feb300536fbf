package dev.waymark.inject;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.inventory.InventoryObject;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import dev.waymark.yaml.YamlMapping;
import java.util.Optional;
import java.util.stream.Stream;

/** An object of a stream, and what tells it apart. */
record StreamObject(YamlMapping root, Stated apiVersion, Stated kind, Stated namespace, Stated name) {
    /** Why it cannot be told apart, if so. */
    Optional<Diagnostic> doubt() {
        return Stream.of(apiVersion, kind, namespace, name)
                .flatMap(field -> field.doubt().stream())
                .findFirst();
    }

    /**
     * The object, if it is one of a cluster and there is no doubt.
     *
     * @param defaultNamespace of an object that states none
     */
    Optional<InventoryObject> object(String defaultNamespace) {
        return doubt().isPresent()
                ? Optional.empty()
                : InventoryObject.of(root, apiVersion.text(), kind.text(), defaultNamespace);
    }

    /** Whether nothing that can be read speaks against it. */
    boolean mayBe(ObjectRef ref, String defaultNamespace) {
        return kind.mayBe(ref.kind().kindName())
                && name.mayBe(ref.name())
                && (ref.kind() == Kind.NAMESPACE
                        || namespace.or(defaultNamespace).mayBe(ref.namespace()));
    }

    boolean statesNamespace() {
        return !namespace.mayBe("");
    }
}
