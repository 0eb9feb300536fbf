package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.MeshIntent;
import dev.waymark.intent.NamespaceIntent;
import dev.waymark.intent.Text;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import dev.waymark.routing.Labels;
import dev.waymark.routing.NamespaceView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The namespaces that documents name under {@code namespaces}: the unit that names one renders all its labels.
 * Beside them stands what the inventory shows of namespaces.
 */
final class NamespaceLabels {
    /** A namespace, its unit and what that one says of it first. */
    record Owned(String unit, NamespaceIntent intent) {}

    private final SortedMap<ObjectRef, Owned> owned = new TreeMap<>();
    private final SortedMap<ObjectRef, List<NamespaceIntent>> entries = new TreeMap<>();

    private final Inventory inventory;

    private NamespaceLabels(Inventory inventory) {
        this.inventory = inventory;
    }

    static NamespaceLabels of(List<MeshIntent> intents, Inventory inventory, DiagnosticLog log) {
        NamespaceLabels labels = new NamespaceLabels(inventory);
        for (MeshIntent intent : intents) {
            intent.namespaces().forEach(namespace -> labels.add(intent.unit().value(), namespace, log));
        }
        return labels;
    }

    private void add(String unit, NamespaceIntent namespace, DiagnosticLog log) {
        ObjectRef object = ObjectRef.namespace(namespace.name().value());
        entries.computeIfAbsent(object, name -> new ArrayList<>()).add(namespace);
        Owned first = owned.putIfAbsent(object, new Owned(unit, namespace));
        if (first == null) {
            return;
        }
        if (!first.unit().equals(unit)) {
            log.add(conflict(
                    object + " is stated by two units, `" + first.unit() + "` and `" + unit + "`",
                    "all labels of one object come from one unit, or the two would overwrite each other's",
                    first.intent().name(),
                    namespace.name()));
        } else if (!mode(first.intent()).equals(mode(namespace))) {
            log.add(conflict(
                    object + " is stated twice, with different labels",
                    "it can only be in the ambient mesh or out of it",
                    first.intent().name(),
                    namespace.name()));
        }
    }

    private static Optional<String> mode(NamespaceIntent namespace) {
        return namespace.dataplaneMode().map(Text::value);
    }

    private static Diagnostic conflict(String message, String consequence, Text first, Text again) {
        return Diagnostic.of(Code.CONFLICTING_SETTINGS, message, consequence, "keep one of the two")
                .at(again.span(), "stated again")
                .and(first.span(), "stated first");
    }

    Map<ObjectRef, Owned> all() {
        return owned;
    }

    /** Every entry of each namespace. */
    Map<ObjectRef, List<NamespaceIntent>> entries() {
        return entries;
    }

    /** What is stated of an object under {@code namespaces}. */
    SortedMap<String, String> labelsOf(ObjectRef object) {
        SortedMap<String, String> labels = new TreeMap<>();
        Optional.ofNullable(owned.get(object))
                .flatMap(namespace -> namespace.intent().dataplaneMode())
                .ifPresent(mode -> labels.put(IstioLabels.DATAPLANE_MODE, mode.value()));
        return labels;
    }

    /** A Namespace as the inventory shows it, with the labels that are stated here; empty where it does not. */
    Optional<NamespaceView> known(String name) {
        return inventory
                .target(ObjectRef.namespace(name))
                .map(NamespaceView.class::cast)
                .map(this::labelled);
    }

    private NamespaceView labelled(NamespaceView shown) {
        Labels stated = new Labels(labelsOf(shown.ref()), Labels.NONE.places());
        return shown.labelled(stated, Labels.NONE);
    }

    /** The unit that renders an object's labels because it names the namespace. */
    Optional<String> ownerOf(ObjectRef object) {
        return object.kind() == Kind.NAMESPACE
                ? Optional.ofNullable(owned.get(object)).map(Owned::unit)
                : Optional.empty();
    }
}
