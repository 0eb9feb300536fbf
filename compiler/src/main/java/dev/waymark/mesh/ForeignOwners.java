package dev.waymark.mesh;

import dev.waymark.inventory.Existing;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.Guards;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.ObjectRef;
import dev.waymark.routing.Labels;
import dev.waymark.source.Span;
import dev.waymark.yaml.ManifestObject;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who else delivers an object by the engine that is to apply a part of it. Both tools apply everything under one name, so
 * that two units that apply one object take each other's fields away at every sync (Kubernetes, server-side apply).
 *
 * @param own the names of what delivers our units: at most one of them applies an object, and what another one applied
 *     earlier, and marked, it took over
 */
public record ForeignOwners(Inventory inventory, Delivery delivery, SortedSet<String> own) {
    /** Those that write to objects of others; a Namespace that was rendered whole may become a part. */
    private static final List<String> LAYERS = List.of("gateways", "labels");

    private static final String TRACKING = "argocd.argoproj.io/tracking-id";
    private static final String FLUX = "kustomize.toolkit.fluxcd.io/";
    private static final String HELM = "helm.toolkit.fluxcd.io/";

    private static final String SAME_MANAGER =
            "both go by one field manager: each sync takes the labels of the other one away, or the object itself";
    private static final String MIGRATION =
            "Argo CD takes over what `kubectl apply` owns, and then deletes what the part "
                    + "lacks: all labels of a Namespace at the first sync";

    /**
     * An owner.
     *
     * @param words as a message names it
     * @param harm what comes of it if a part is applied beside it
     * @param place what shows it
     */
    public record Owner(String words, String harm, Span place) {
        private Owner(String words, Span place) {
            this(words, SAME_MANAGER, place);
        }
    }

    /** @param units all of ours, those that are taken back too */
    public static ForeignOwners of(Inventory inventory, Mesh mesh, Stream<String> units) {
        SortedSet<String> own = units.flatMap(
                        unit -> LAYERS.stream().map(layer -> Delivery.name(mesh.cluster(), unit, layer)))
                .collect(Collectors.toCollection(TreeSet::new));
        return new ForeignOwners(inventory, mesh.delivery(), own);
    }

    public ForeignOwners {
        own = Collections.unmodifiableSortedSet(new TreeSet<>(own));
    }

    /** The owner of an object, as far as the inventory shows one. */
    public Optional<Owner> of(ObjectRef object) {
        return inventory.find(object).flatMap(this::owner);
    }

    private Optional<Owner> owner(Existing object) {
        if (delivery instanceof Delivery.Argo) {
            return argo(object).or(() -> fromGit(object));
        }
        if (delivery instanceof Delivery.Flux flux) {
            return flux(object, flux.namespace()).or(() -> fromGit(object));
        }
        return argo(object).or(() -> flux(object, "")).or(() -> fromGit(object));
    }

    private Optional<Owner> argo(Existing object) {
        return tracked(object)
                .or(() -> managed(object, "argocd-controller", "Argo CD"))
                .or(() -> object.annotations()
                        .place(ManifestObject.LAST_APPLIED)
                        .map(place -> new Owner("somebody who uses `kubectl apply`", MIGRATION, place)));
    }

    /** {@code [NAMESPACE_]APPLICATION:GROUP/KIND:NAMESPACE/NAME} (argo-cd {@code resource_tracking.go}). */
    private Optional<Owner> tracked(Existing object) {
        return object.annotations()
                .get(TRACKING)
                .map(id -> id.split(":", 2)[0])
                .filter(application -> !own.contains(application.substring(application.indexOf('_') + 1)))
                .flatMap(application -> object.annotations()
                        .place(TRACKING)
                        .map(place -> new Owner("the Application `" + application + "`", place)));
    }

    private Optional<Owner> flux(Existing object, String namespace) {
        return labelled(object, FLUX, "the Kustomization")
                .filter(owner -> !isOwn(object.labels(), namespace))
                .or(() -> labelled(object, HELM, "the HelmRelease"))
                .or(() -> managed(object, "kustomize-controller", "Flux"))
                .or(() -> managed(object, "helm-controller", "Flux"));
    }

    private boolean isOwn(Labels labels, String namespace) {
        return labels.get(FLUX + "name").filter(name -> own.contains(name)).isPresent()
                && (namespace.isEmpty()
                        || labels.get(FLUX + "namespace").orElse(namespace).equals(namespace));
    }

    private static Optional<Owner> labelled(Existing object, String prefix, String kind) {
        Labels labels = object.labels();
        Optional<Span> place = labels.place(prefix + "name").or(() -> labels.place(prefix + "namespace"));
        return place.map(span -> new Owner(
                kind + " `"
                        + labels.get(prefix + "namespace")
                                .map(name -> name + "/")
                                .orElse("") + labels.get(prefix + "name").orElse("") + "`",
                span));
    }

    private static Optional<Owner> managed(Existing object, String manager, String tool) {
        return object.managers().contains(manager)
                ? Optional.of(new Owner(tool + ", by its field manager `" + manager + "`", object.span()))
                : Optional.empty();
    }

    /** A part that was rendered before is in Git too: it has labels of ours, the guards, and nothing else. */
    private static Optional<Owner> fromGit(Existing object) {
        Set<String> annotations = object.annotations().values().keySet();
        boolean part = Guards.areIn(object.annotations().values())
                && annotations.stream().allMatch(key -> Guards.isGuard(key) || IstioLabels.isRendered(key))
                && object.labels().values().keySet().stream().allMatch(IstioLabels::isRendered);
        return object.live() || part ? Optional.empty() : Optional.of(new Owner("a manifest in Git", object.span()));
    }
}
