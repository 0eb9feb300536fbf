package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.ConsumerIntent;
import dev.waymark.intent.EnrollmentIntent;
import dev.waymark.intent.Flag;
import dev.waymark.intent.MeshIntent;
import dev.waymark.intent.TargetIntent.OfNamespace;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.mesh.Declarations.DeclaredWaypoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that documents say of the labels of objects: at most one claim of each object serves. */
final class Claims {
    private final Declarations declarations;
    private final NamespaceLabels namespaces;
    private final DiagnosticLog log;
    private final Targets targets;
    private final List<Claim> found = new ArrayList<>();
    private final SortedMap<ObjectRef, List<Claim>> byObject = new TreeMap<>();
    private final SortedMap<ObjectName, List<Consumer>> consumers = new TreeMap<>();
    private final SortedMap<ObjectName, List<Consumer>> guests = new TreeMap<>();

    private Claims(NamespaceLabels namespaces, Targets targets, DiagnosticLog log) {
        this.declarations = targets.declarations();
        this.namespaces = namespaces;
        this.log = log;
        this.targets = targets;
    }

    static Claims of(List<MeshIntent> intents, NamespaceLabels namespaces, Targets targets, DiagnosticLog log) {
        Claims claims = new Claims(namespaces, targets, log);
        targets.declarations().waypoints().forEach(claims::ofWaypoint);
        for (MeshIntent intent : intents) {
            String unit = intent.unit().value();
            intent.enrollments().forEach(enrollment -> claims.ofEnrollment(unit, enrollment));
            intent.optOuts().forEach(entry -> claims.ofOptOut(unit, entry));
        }
        // In the order of the files, so that it is the later line that a message calls the second one.
        claims.found.sort(Comparator.comparing(claim -> claim.consumer().span()));
        claims.found.forEach(claims::add);
        return claims;
    }

    private void ofWaypoint(DeclaredWaypoint waypoint) {
        for (ConsumerIntent entry : waypoint.intent().consumers()) {
            claim(waypoint.unit(), entry, Optional.of(waypoint.name()), true);
        }
    }

    private void ofEnrollment(String unit, EnrollmentIntent enrollment) {
        for (ConsumerIntent entry : enrollment.consumers()) {
            claim(unit, entry, Optional.of(Declarations.name(enrollment.waypoint())), false);
        }
    }

    /** A Namespace cannot opt out: there the value {@code none} equals no label (istio {@code waypoints.go}). */
    private void ofOptOut(String unit, ConsumerIntent entry) {
        if (entry.target() instanceof OfNamespace namespace) {
            log.add(OptOuts.idle(
                            ObjectRef.namespace(namespace.name()),
                            "a namespace alone cannot opt out",
                            "leave it out of `consumers`, or name its services here")
                    .at(entry.span()));
        } else {
            claim(unit, entry, Optional.empty(), false);
        }
    }

    private void claim(String unit, ConsumerIntent entry, Optional<ObjectName> waypoint, boolean own) {
        String home = waypoint.map(ObjectName::namespace).orElse("");
        Phase phase = waypoint.flatMap(declarations::waypoint)
                .map(DeclaredWaypoint::phase)
                .orElse(Phase.SERVE);
        Optional<Boolean> ingress = entry.ingress().map(Flag::value);
        for (ObjectRef target : targets.find(entry, home)) {
            Consumer consumer = new Consumer(target, unit, ingress, entry.span());
            found.add(new Claim(consumer, waypoint, phase, own, entry.via()));
        }
    }

    private void add(Claim claim) {
        List<Claim> others = byObject.computeIfAbsent(claim.consumer().target(), target -> new ArrayList<>());
        Optional<Claim> same = others.stream()
                .filter(other -> other.waypoint().equals(claim.waypoint()))
                .findFirst();
        Optional<Claim> rival = others.stream()
                .filter(other -> other.serves() && claim.serves())
                .findFirst();
        if (same.isPresent()) {
            log.add(same.get().saysAll(claim) ? again(same.get(), claim) : otherwise(same.get(), claim));
        } else if (rival.isPresent()) {
            log.add(conflict(rival.get(), claim));
        } else {
            others.add(claim);
            claim.waypoint()
                    .ifPresent(waypoint -> (claim.own() ? consumers : guests)
                            .computeIfAbsent(waypoint, name -> new ArrayList<>())
                            .add(claim.consumer()));
        }
    }

    /** The same said twice; by two units it is more than idle, unless a third one renders it for both. */
    private Diagnostic again(Claim first, Claim second) {
        ObjectRef target = first.consumer().target();
        boolean oneUnit = first.consumer().unit().equals(second.consumer().unit());
        boolean rendersOnce = oneUnit || namespaces.ownerOf(target).isPresent() || declarations.isOurs(target);
        Diagnostic diagnostic = rendersOnce
                ? Diagnostic.of(Code.DUPLICATE_ENROLLMENT, target, twice(first))
                : Diagnostic.of(
                        Code.CONFLICTING_SETTINGS,
                        "the labels of " + target + " are stated by two units, `"
                                + first.consumer().unit() + "` and `"
                                + second.consumer().unit() + "`",
                        "all labels of one object come from one unit, or the two would overwrite each other's",
                        help(target));
        return places(diagnostic, first, second);
    }

    private static Diagnostic otherwise(Claim first, Claim second) {
        return places(
                Diagnostic.of(
                        Code.CONFLICTING_SETTINGS,
                        first.consumer().target()
                                + " is listed twice, and the lines do not say the same of `via` or `ingress`",
                        "one of the two would do nothing",
                        "keep one of the two"),
                first,
                second);
    }

    private static String help(ObjectRef target) {
        return target.kind() == Kind.NAMESPACE
                ? "keep one of the two, or name the namespace under `namespaces` of one unit"
                : "keep one of the two";
    }

    private static String twice(Claim claim) {
        return claim.waypoint().map(name -> "as a consumer of " + name).orElse("under `optOuts`");
    }

    private static Diagnostic conflict(Claim first, Claim second) {
        List<String> waypoints = Stream.of(first, second)
                .flatMap(claim -> claim.waypoint().stream())
                .map(ObjectName::toString)
                .toList();
        String words = waypoints.size() == 2
                ? "a consumer of two waypoints, " + String.join(" and ", waypoints)
                : "a consumer of " + waypoints.get(0) + " and opt out";
        Diagnostic diagnostic =
                Diagnostic.of(Code.CONFLICTING_ENROLLMENT, first.consumer().target(), words);
        return places(diagnostic, first, second);
    }

    private static Diagnostic places(Diagnostic diagnostic, Claim first, Claim second) {
        return diagnostic
                .at(second.consumer().span(), second.words())
                .and(first.consumer().span(), first.words());
    }

    /** Every object with what is said of it, never an empty list; kept ones only, after conflicts were reported. */
    SortedMap<ObjectRef, List<Claim>> byObject() {
        return byObject;
    }

    /** The claim that decides the labels of an object. */
    Optional<Claim> serving(ObjectRef object) {
        return byObject.getOrDefault(object, List.of()).stream()
                .filter(Claim::serves)
                .findFirst();
    }

    /** The waypoint's own consumers. */
    List<Consumer> consumersOf(ObjectName waypoint) {
        return consumers.getOrDefault(waypoint, List.of());
    }

    /**
     * The traffic type of a waypoint, stated or derived from its own consumers. Both kinds of them give {@code ALL}, which
     * a later check refuses where nobody wrote it.
     */
    TrafficType traffic(DeclaredWaypoint waypoint) {
        return waypoint.intent()
                .traffic()
                .map(text -> TrafficType.of(text.value()))
                .orElseGet(() -> TrafficType.of(consumersOf(waypoint.name())));
    }

    /** Consumers that were enrolled from elsewhere. */
    List<Consumer> guestsOf(ObjectName waypoint) {
        return guests.getOrDefault(waypoint, List.of());
    }
}
