package dev.waymark.review;

import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.policy.Attachment;
import dev.waymark.policy.Binding;
import dev.waymark.policy.Binding.Outcome;
import dev.waymark.policy.Policy;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Which policies and routes waypoints carry out, target by target. */
final class Enforcement {
    private final SortedMap<ObjectRef, SortedMap<String, Policy>> enforced = new TreeMap<>();

    private Enforcement() {}

    /**
     * What one side of a change carries out.
     *
     * @param way that side of the way to a target
     */
    static Enforcement of(Change change, RouteTable side, Function<RouteChange, Way> way) {
        Enforcement enforcement = new Enforcement();
        List<Policy> policies = Policy.all(side.state().inventory()).toList();
        if (!policies.isEmpty()) {
            Map<ObjectRef, List<ObjectName>> carriers = new HashMap<>();
            change.routes()
                    .forEach(route -> carriers.putIfAbsent(
                            route.target(), way.apply(route).carriers()));
            Attachment attachment = new Attachment(side.state().routing());
            policies.forEach(policy -> enforcement.add(policy, attachment, carriers));
        }
        return enforcement;
    }

    private void add(Policy policy, Attachment attachment, Map<ObjectRef, List<ObjectName>> carriers) {
        Set<ObjectName> gateways = new HashSet<>();
        List<Binding> bound = attachment
                .bind(policy)
                .filter(binding -> binding.outcome() == Outcome.BOUND)
                .toList();
        for (Binding binding : bound) {
            if (binding.route().isPresent()) {
                put(binding.route().get().target(), policy);
            } else if (binding.ref().kind().equals("Gateway")) {
                gateways.add(new ObjectName(policy.namespace(), binding.ref().name()));
            } else {
                carriers.forEach((target, through) -> {
                    if (!through.isEmpty()) {
                        put(target, policy);
                    }
                });
            }
        }
        // Where some connections go through a canary that lacks it, it is not carried out for the target.
        carriers.forEach((target, through) -> {
            if (!gateways.isEmpty() && !through.isEmpty() && gateways.containsAll(through)) {
                put(target, policy);
            }
        });
    }

    private void put(ObjectRef target, Policy policy) {
        enforced.computeIfAbsent(target, ref -> new TreeMap<>()).put(policy.id().toString(), policy);
    }

    /** The policies of each target that another mesh does not carry out for it, by their words. */
    SortedMap<ObjectRef, SortedMap<String, Policy>> beyond(Enforcement other) {
        SortedMap<ObjectRef, SortedMap<String, Policy>> more = new TreeMap<>();
        enforced.forEach((target, policies) -> {
            SortedMap<String, Policy> rest = new TreeMap<>(policies);
            rest.keySet()
                    .removeAll(other.enforced
                            .getOrDefault(target, Collections.emptySortedMap())
                            .keySet());
            if (!rest.isEmpty()) {
                more.put(target, rest);
            }
        });
        return more;
    }
}
