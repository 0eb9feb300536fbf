package dev.waymark.review;

import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.policy.Attachment;
import dev.waymark.policy.Binding;
import dev.waymark.policy.Binding.Outcome;
import dev.waymark.policy.Policy;
import dev.waymark.routing.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which policies and routes waypoints carry out, target by target. */
final class Enforcement {
    private final SortedMap<ObjectRef, SortedMap<String, Policy>> enforced = new TreeMap<>();

    private Enforcement() {}

    static Enforcement of(RouteTable side) {
        Enforcement enforcement = new Enforcement();
        List<Policy> policies = Policy.all(side.state().inventory()).toList();
        if (!policies.isEmpty()) {
            enforcement.add(policies, side);
        }
        return enforcement;
    }

    private void add(List<Policy> policies, RouteTable side) {
        Map<ObjectName, List<ObjectRef>> behind = new HashMap<>();
        List<ObjectRef> all = new ArrayList<>();
        for (Route route : side.routes().values()) {
            route.waypoint().ifPresent(waypoint -> {
                behind.computeIfAbsent(waypoint, name -> new ArrayList<>()).add(route.target());
                all.add(route.target());
            });
        }
        Attachment attachment = new Attachment(side.state().routing());
        policies.forEach(policy -> attachment
                .bind(policy)
                .filter(binding -> binding.outcome() == Outcome.BOUND)
                .forEach(binding -> {
                    List<ObjectRef> targets = binding.route().isPresent()
                            ? List.of(binding.route().get().target())
                            : binding.ref().kind().equals("Gateway")
                                    ? behind.getOrDefault(gateway(binding), List.of())
                                    : all;
                    targets.forEach(target -> put(target, policy));
                }));
    }

    private static ObjectName gateway(Binding binding) {
        return new ObjectName(binding.policy().namespace(), binding.ref().name());
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
