package dev.waymark.review;

import dev.waymark.kube.ObjectRef;
import dev.waymark.review.Change.Difference;
import dev.waymark.review.ManifestChange.FieldChange;
import dev.waymark.routing.ServiceEntryView;
import dev.waymark.routing.Target;
import dev.waymark.routing.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** External hosts that come, go, or are reached at other addresses. */
final class ExternalEffects implements Detector {
    /** The fields that say where calls end; the name of a port, or who sees the entry, is none of them. */
    private static final Pattern LEADS = Pattern.compile(
            "/spec/(endpoints|hosts|addresses|resolution|location|workloadSelector|ports/[0-9]+/(number|protocol|targetPort))");

    @Override
    public Stream<Effect> find(Change change) {
        SortedMap<ObjectRef, ServiceEntryView> before = declared(change.before());
        SortedMap<ObjectRef, ServiceEntryView> after = declared(change.after());
        List<Effect> effects = new ArrayList<>();
        after.forEach((ref, entry) -> {
            if (before.containsKey(ref)) {
                compare(change, before.get(ref), entry).ifPresent(effects::add);
            } else if (!change.before().view().targets().containsKey(ref)) {
                effects.add(added(change, entry));
            }
        });
        before.forEach((ref, entry) -> {
            if (!change.after().view().targets().containsKey(ref)) {
                effects.add(removed(change, entry));
            }
        });
        return effects.stream();
    }

    private static SortedMap<ObjectRef, ServiceEntryView> declared(RouteTable side) {
        SortedMap<ObjectRef, ServiceEntryView> entries = new TreeMap<>();
        for (Target target : side.view().targets().values()) {
            if (target instanceof ServiceEntryView entry && entry.isDeclared()) {
                entries.put(entry.ref(), entry);
            }
        }
        return entries;
    }

    private static Effect added(Change change, ServiceEntryView entry) {
        Way way = way(change, entry);
        return change.effect(
                EffectRule.EXTERNAL_ADDED,
                Affected.of(entry.ref()),
                Difference.come(
                        hosts(entry),
                        way.words()
                                .map(words -> Wording.of("{} can be called, through {}", hosts(entry), words))
                                .orElseGet(() -> Wording.of("{} can be called, through no waypoint", hosts(entry)))),
                Causes.either(entry.span(), Optional.empty()));
    }

    private static Way way(Change change, ServiceEntryView entry) {
        return Optional.ofNullable(change.after().routes().get(new RouteTable.Key(entry.ref(), Traffic.of(entry))))
                .map(route -> Way.of(route, change.before().view()))
                .orElse(Way.DIRECT);
    }

    private static Effect removed(Change change, ServiceEntryView entry) {
        return change.effect(
                EffectRule.EXTERNAL_REMOVED,
                Affected.of(entry.ref()),
                Difference.gone(
                        hosts(entry),
                        Wording.of(
                                "{} no longer declares {}",
                                Affected.of(entry.ref()).words(),
                                hosts(entry))),
                Causes.either(Optional.empty(), entry.span()));
    }

    private static Optional<Effect> compare(Change change, ServiceEntryView before, ServiceEntryView after) {
        List<FieldChange> fields = change.touched().fields(Affected.of(after.ref())).stream()
                .filter(field -> LEADS.matcher(field.pointer()).find())
                .toList();
        String old = reach(before);
        String now = reach(after);
        if (old.equals(now) && fields.isEmpty()) {
            return Optional.empty();
        }
        Difference difference = old.equals(now)
                ? Difference.of(
                        values(fields, FieldChange::before), values(fields, FieldChange::after), elsewhere(after))
                : Difference.of(
                        old,
                        now,
                        Wording.of(
                                "calls by {} go to {} instead of {}",
                                Affected.of(after.ref()).words(),
                                now,
                                old));
        return Optional.of(change.effect(
                EffectRule.EXTERNAL_REROUTED,
                Affected.of(after.ref()),
                difference,
                Causes.either(after.span(), Optional.empty())));
    }

    private static Wording elsewhere(ServiceEntryView entry) {
        return Wording.of(
                "calls by {} end elsewhere, or in another way",
                Affected.of(entry.ref()).words());
    }

    /** Of an entry's manifest more is known than of its view: endpoints and the protocols of ports. */
    private static String values(List<FieldChange> fields, Function<FieldChange, Optional<String>> side) {
        String values = fields.stream()
                .flatMap(field -> side.apply(field).stream().map(value -> field(field) + "=" + value))
                .collect(Collectors.joining(", "));
        return values.isEmpty() ? "none" : values;
    }

    /** The pointer without what leads to the spec. */
    private static String field(FieldChange change) {
        String spec = "/spec/";
        return change.pointer().substring(change.pointer().indexOf(spec) + spec.length());
    }

    private static String hosts(ServiceEntryView entry) {
        return String.join(", ", entry.hosts());
    }

    /** All that says where calls end. */
    private static String reach(ServiceEntryView entry) {
        List<String> words = new ArrayList<>(List.of(hosts(entry)));
        if (!entry.addresses().isEmpty()) {
            words.add("at " + String.join(", ", entry.addresses()));
        }
        words.add("ports "
                + String.join(", ", entry.ports().stream().map(String::valueOf).toList()));
        words.add("resolution " + entry.resolution());
        return String.join("; ", words);
    }
}
