package dev.waymark.delivery;

import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Somebody who has objects of their own in the cluster, and writes them. */
public final class Owner {
    /** How. */
    public enum Way {
        /** Server-side apply, as Helm 4 does it. */
        HELM("helm"),
        /** {@code kubectl create}, and {@code kubectl label} or {@code edit} from then on. */
        CREATE("kubectl-create"),
        /** An operator that sends what it wants. */
        OPERATOR("shop-operator"),
        /** {@code kubectl apply} by the client, which leaves what it applied in an annotation. */
        KUBECTL_APPLY("kubectl-client-side-apply"),
        /** An Application of somebody else's. */
        ARGO("argocd-controller"),
        /** The same without server-side apply, which is the default. */
        ARGO_BY_CLIENT("argocd-controller"),
        /** A Kustomization of somebody else's. */
        FLUX("kustomize-controller"),
        /** A HelmRelease. */
        HELM_RELEASE("helm-controller");

        private final String manager;

        Way(String manager) {
            this.manager = manager;
        }
    }

    private static final Set<Way> APPLYING = Set.of(Way.HELM, Way.ARGO, Way.FLUX, Way.HELM_RELEASE);

    private final Cluster cluster;
    private final Way way;
    private final SortedMap<ObjectKey, SortedSet<String>> written = new TreeMap<>();

    public Owner(Cluster cluster, Way way) {
        this.cluster = cluster;
        this.way = way;
    }

    public Way way() {
        return way;
    }

    /** Writes an object; what this owner wrote before and does not want any more goes. */
    public void write(ObjectKey key, FieldSet wanted) {
        FieldSet all = marked(key, wanted);
        if (APPLYING.contains(way)) {
            apply(key, all);
            return;
        }
        SortedSet<String> gone = new TreeSet<>(written.getOrDefault(key, new TreeSet<>()));
        gone.removeAll(all.values().keySet());
        cluster.update(Manager.updating(way.manager), key, all, gone);
        written.put(key, new TreeSet<>(all.values().keySet()));
    }

    /** What the tool of this owner writes beside what it is given. */
    private FieldSet marked(ObjectKey key, FieldSet wanted) {
        return switch (way) {
            case HELM, CREATE, OPERATOR -> wanted;
            case KUBECTL_APPLY -> applied(wanted);
            case ARGO -> tracked(key, wanted);
            case ARGO_BY_CLIENT -> applied(tracked(key, wanted));
            case FLUX -> wanted.withLabel(Flux.OWNER_NAME, "apps").withLabel(Flux.OWNER_NAMESPACE, "flux-system");
            case HELM_RELEASE -> wanted.withLabel("helm.toolkit.fluxcd.io/name", "apps");
        };
    }

    private static FieldSet applied(FieldSet wanted) {
        return wanted.with(LiveObject.LAST_APPLIED, wanted.values().keySet().toString());
    }

    private static FieldSet tracked(ObjectKey key, FieldSet wanted) {
        return wanted.withAnnotation(ArgoCd.TRACKING, "apps:/" + key.kind() + ":" + key.home() + "/" + key.name());
    }

    private void apply(ObjectKey key, FieldSet wanted) {
        try {
            cluster.apply(Manager.applying(way.manager), key, wanted);
        } catch (RefusedException e) {
            throw new AssertionError(e);
        }
    }

    /** Deletes one of its objects. */
    public void delete(ObjectKey key) {
        written.remove(key);
        cluster.delete(key);
    }
}
