package dev.waymark.inventory;

import dev.waymark.kube.IstioVersion;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import dev.waymark.routing.Coverage;
import dev.waymark.routing.Labels;
import dev.waymark.routing.MeshView;
import dev.waymark.routing.NamespaceView;
import dev.waymark.routing.Target;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A mesh whose objects get labels by patches and partial objects. */
public final class LabelledView {
    private final boolean open;
    private final SortedMap<String, NamespaceView> namespaces;
    private final SortedMap<ObjectRef, Target> targets;

    private LabelledView(Inventory inventory, boolean open) {
        this.open = open;
        this.namespaces = new TreeMap<>(inventory.namespaces());
        this.targets = new TreeMap<>(inventory.targets());
    }

    /**
     * Puts labels on objects.
     *
     * @param inventory the objects, ours among them
     * @param coverage what a missing object means: in a complete inventory, that its labels go nowhere
     */
    public static MeshView of(
            Inventory inventory, List<PartOfObject> parts, IstioVersion istioVersion, Coverage coverage) {
        LabelledView view = new LabelledView(inventory, coverage != Coverage.COMPLETE);
        parts.forEach(view::label);
        Inventory.follow(inventory.templates(), view.targets);
        return new MeshView(
                istioVersion,
                coverage,
                inventory.meshConfig(),
                view.namespaces,
                inventory.gateways(),
                inventory.gatewayClasses(),
                view.targets);
    }

    private void label(PartOfObject part) {
        ObjectRef ref = part.object();
        if (ref.kind() == Kind.NAMESPACE) {
            NamespaceView unseen = new NamespaceView(ref.name(), Labels.NONE, Labels.NONE, false, Optional.empty());
            namespaces.put(
                    ref.name(),
                    namespaces.getOrDefault(ref.name(), unseen).labelled(part.labels(), part.annotations()));
        } else if (open || targets.containsKey(ref)) {
            targets.put(
                    ref,
                    targets.getOrDefault(ref, Target.unseen(ref, Optional.empty()))
                            .labelled(part.labels(), part.annotations()));
        }
    }
}
