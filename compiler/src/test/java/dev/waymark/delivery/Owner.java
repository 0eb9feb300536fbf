package dev.waymark.delivery;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Somebody who has objects of their own in the cluster, and writes them as one does it without Argo CD and Flux. */
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
        KUBECTL_APPLY("kubectl-client-side-apply");

        private final String manager;

        Way(String manager) {
            this.manager = manager;
        }
    }

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
        if (way == Way.HELM) {
            apply(key, wanted);
            return;
        }
        FieldSet all = way == Way.KUBECTL_APPLY
                ? wanted.with(LiveObject.LAST_APPLIED, wanted.values().keySet().toString())
                : wanted;
        SortedSet<String> gone = new TreeSet<>(written.getOrDefault(key, new TreeSet<>()));
        gone.removeAll(all.values().keySet());
        cluster.update(Manager.updating(way.manager), key, all, gone);
        written.put(key, new TreeSet<>(all.values().keySet()));
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
