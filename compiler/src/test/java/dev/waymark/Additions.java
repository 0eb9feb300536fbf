package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.Tree;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a Gateway of ours has beside one of the same meaning that istioctl or Istio's page writes: the defaults of the API
 * server and of istiod, written out, and the metadata that istiod puts on what it makes.
 */
final class Additions {
    private final SortedMap<String, Object> additions = new TreeMap<>();

    /** @param unit whose mark the infrastructure carries */
    Additions(String unit) {
        additions.put("/apiVersion", "gateway.networking.k8s.io/v1");
        additions.put("/metadata/labels/istio.io~1waypoint-for", "service");
        additions.put("/spec/listeners/0/allowedRoutes/namespaces/from", "Same");
        additions.put("/spec/infrastructure/labels/app.kubernetes.io~1managed-by", "waymark");
        additions.put("/spec/infrastructure/annotations/waymark.dev~1unit", unit);
    }

    /** One more, by its JSON Pointer. */
    Additions with(String pointer, Object value) {
        additions.put(pointer, value);
        return this;
    }

    /** Fails unless all of the other Gateway stands in ours, and beside it exactly those additions that it lacks. */
    void assertAllThatDiffers(Tree ours, Tree other) {
        SortedMap<String, Object> allowed = new TreeMap<>(additions);
        allowed.keySet().removeAll(other.leaves().keySet());
        assertThat(other.minus(ours)).isEmpty();
        assertThat(ours.minus(other)).isEqualTo(allowed);
    }
}
