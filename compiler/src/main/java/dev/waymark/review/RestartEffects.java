package dev.waymark.review;

import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import dev.waymark.review.Change.Difference;
import dev.waymark.routing.Labels;
import dev.waymark.routing.Target;
import dev.waymark.routing.WorkloadView;
import dev.waymark.source.Span;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Pod templates whose labels or annotations differ: their pods are replaced. */
final class RestartEffects implements Detector {
    private static final Pattern TEMPLATE = Pattern.compile("/spec/(jobTemplate/spec/)?template/");

    @Override
    public Stream<Effect> find(Change change) {
        return change.routes().stream()
                .filter(route -> route.isOfBoth() && runsPods(route.target().kind()))
                .map(RouteChange::target)
                .distinct()
                .flatMap(target -> find(change, target).stream());
    }

    private static boolean runsPods(Kind kind) {
        return kind.isWorkload() && kind != Kind.WORKLOAD_GROUP;
    }

    private static Optional<Effect> find(Change change, ObjectRef ref) {
        WorkloadView before = workload(change.before(), ref);
        WorkloadView after = workload(change.after(), ref);
        SortedSet<String> keys = differing(before.labels(), after.labels());
        SortedSet<String> annotations = differing(before.annotations(), after.annotations());
        if (keys.isEmpty() && annotations.isEmpty()) {
            return template(change, ref, after);
        }
        SortedSet<String> all = new TreeSet<>(keys);
        all.addAll(annotations);
        Affected target = Affected.of(ref);
        return Optional.of(change.effect(
                EffectRule.RESTART,
                target,
                new Difference(
                        words(before, all),
                        words(after, all),
                        Wording.of(
                                "the pods of {} are replaced, since {} of their template differs",
                                target.words(),
                                String.join(", ", all))),
                Causes.either(place(after, all), place(before, all))));
    }

    /** What else stands in a template is known only where the whole manifest is compared. */
    private static Optional<Effect> template(Change change, ObjectRef ref, WorkloadView after) {
        Affected target = Affected.of(ref);
        boolean differs = change.touched().fields(target).stream()
                .anyMatch(field -> TEMPLATE.matcher(field.pointer()).find());
        return differs
                ? Optional.of(change.effect(
                        EffectRule.RESTART,
                        target,
                        new Difference(
                                Optional.empty(),
                                Optional.empty(),
                                Wording.of(
                                        "the pods of {} are replaced, since their template differs", target.words())),
                        Causes.either(after.span(), Optional.empty())))
                : Optional.empty();
    }

    private static WorkloadView workload(RouteTable side, ObjectRef ref) {
        Target found = side.view().targets().get(ref);
        return found instanceof WorkloadView workload
                ? workload
                : new WorkloadView(ref, Labels.NONE, Labels.NONE, Optional.empty());
    }

    private static SortedSet<String> differing(Labels before, Labels after) {
        SortedSet<String> keys = new TreeSet<>(before.values().keySet());
        keys.addAll(after.values().keySet());
        keys.removeIf(key -> before.get(key).equals(after.get(key)));
        return keys;
    }

    private static Optional<String> words(WorkloadView workload, SortedSet<String> keys) {
        SortedMap<String, String> values = new TreeMap<>(workload.annotations().values());
        values.putAll(workload.labels().values());
        values.keySet().retainAll(keys);
        String words = values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", "));
        return Optional.of(words).filter(text -> !text.isEmpty());
    }

    private static Optional<Span> place(WorkloadView workload, SortedSet<String> keys) {
        return keys.stream()
                .flatMap(key -> workload
                        .labels()
                        .place(key)
                        .or(() -> workload.annotations().place(key))
                        .stream())
                .findFirst();
    }
}
