package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.NearName;
import dev.waymark.intent.ConsumerIntent;
import dev.waymark.intent.Setting;
import dev.waymark.intent.TargetIntent.OfPods;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import dev.waymark.routing.Target;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The workloads of a namespace whose pod templates carry some labels. Jobs are none of them: their templates cannot be
 * changed. A Rollout that runs the template of another workload stands for that one.
 */
record Pods(Inventory inventory) {
    private static final Set<Kind> TEMPLATES = Collections.unmodifiableSet(
            EnumSet.of(Kind.DEPLOYMENT, Kind.STATEFUL_SET, Kind.DAEMON_SET, Kind.CRON_JOB, Kind.ROLLOUT));

    List<ObjectRef> find(OfPods pods) {
        return templates(pods)
                .filter(workload -> pods.matchLabels().stream()
                        .allMatch(label -> workload.labels()
                                .get(label.key().value())
                                .filter(label.value().value()::equals)
                                .isPresent()))
                .map(workload -> followed(workload.ref()))
                .distinct()
                .sorted()
                .toList();
    }

    private Stream<Target> templates(OfPods pods) {
        return TEMPLATES.stream().flatMap(kind -> inventory.targets(kind, pods.namespace()).stream());
    }

    /** The workload whose pod template a Rollout runs; else the object itself. */
    ObjectRef followed(ObjectRef object) {
        return inventory.templates().getOrDefault(object, object);
    }

    /** Why none was found: only a complete inventory can tell that there is none. */
    Diagnostic missing(OfPods pods, ConsumerIntent entry) {
        String words = pods.matchLabels().stream().map(Pods::words).collect(Collectors.joining(", "));
        if (!inventory.given()) {
            return Diagnostic.of(
                            Code.INVENTORY_NEEDED, "the pods of namespace " + pods.namespace(), "without an inventory")
                    .at(entry.span());
        }
        Diagnostic missing = inventory.complete()
                ? Diagnostic.of(Code.SELECTOR_MATCHES_NOTHING, pods.namespace(), words)
                : Diagnostic.of(
                        Code.INVENTORY_NEEDED,
                        "pods of namespace " + pods.namespace() + " with " + words,
                        "in an inventory that is not complete");
        return near(pods).map(missing::help).orElse(missing).at(entry.span());
    }

    private Optional<String> near(OfPods pods) {
        SortedSet<String> known = new TreeSet<>();
        templates(pods)
                .forEach(workload -> workload.labels().values().forEach((key, value) -> known.add(words(key, value))));
        return pods.matchLabels().stream()
                .map(Pods::words)
                .filter(label -> !known.contains(label))
                .flatMap(label -> NearName.of(label, known).stream())
                .findFirst()
                .map(label -> "did you mean `" + label + "`, as the pods there have it?");
    }

    private static String words(Setting label) {
        return words(label.key().value(), label.value().value());
    }

    private static String words(String key, String value) {
        return key + "=" + value;
    }
}
