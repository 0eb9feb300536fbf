package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.diagnostic.NearName;
import dev.waymark.intent.ConsumerIntent;
import dev.waymark.intent.TargetIntent;
import dev.waymark.intent.TargetIntent.OfExternal;
import dev.waymark.intent.TargetIntent.OfNamespace;
import dev.waymark.intent.TargetIntent.OfService;
import dev.waymark.intent.TargetIntent.OfWorkload;
import dev.waymark.intent.Text;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.mesh.Declarations.DeclaredWaypoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Who goes through which waypoint: one for each object. */
final class Enrollments {
    /** An object's waypoint, and the consumer entry that says so. */
    record Enrollment(ObjectName waypoint, Consumer consumer) {}

    /** For how many unknown names a near one is looked for: beyond that the whole list is wrong, and the search long. */
    private static final int SEARCHED = 20;

    private final Declarations declarations;
    private final DiagnosticLog log;
    private final SortedMap<ObjectRef, Enrollment> byObject = new TreeMap<>();
    private final SortedMap<ObjectName, List<Consumer>> byWaypoint = new TreeMap<>();

    private int unknownExternals;

    private Enrollments(Declarations declarations, DiagnosticLog log) {
        this.declarations = declarations;
        this.log = log;
    }

    static Enrollments of(Declarations declarations, DiagnosticLog log) {
        Enrollments enrollments = new Enrollments(declarations, log);
        declarations.waypoints().stream()
                .sorted(Comparator.comparing(
                        (DeclaredWaypoint waypoint) -> waypoint.intent().name().span()))
                .forEach(waypoint -> waypoint.intent()
                        .consumers()
                        .forEach(consumer -> enrollments.enroll(waypoint.name(), consumer)));
        return enrollments;
    }

    private void enroll(ObjectName waypoint, ConsumerIntent intent) {
        Optional<ObjectRef> target = target(waypoint, intent);
        if (target.isEmpty()) {
            return;
        }
        Consumer consumer = new Consumer(target.get(), intent.span());
        Enrollment first = byObject.putIfAbsent(consumer.target(), new Enrollment(waypoint, consumer));
        if (first == null) {
            byWaypoint.computeIfAbsent(waypoint, name -> new ArrayList<>()).add(consumer);
        } else {
            log.add(again(first, waypoint, consumer));
        }
    }

    private static Diagnostic again(Enrollment first, ObjectName waypoint, Consumer consumer) {
        ObjectRef target = consumer.target();
        Diagnostic diagnostic = first.waypoint().equals(waypoint)
                ? Diagnostic.of(Code.DUPLICATE_ENROLLMENT, target, waypoint)
                : Diagnostic.of(Code.CONFLICTING_ENROLLMENT, target, first.waypoint(), waypoint);
        return diagnostic
                .at(consumer.span(), "enrolled in " + waypoint)
                .and(first.consumer().span(), "enrolled in " + first.waypoint());
    }

    private Optional<ObjectRef> target(ObjectName waypoint, ConsumerIntent intent) {
        TargetIntent target = intent.target();
        if (target instanceof OfNamespace namespace) {
            return Optional.of(ObjectRef.namespace(namespace.name()));
        }
        if (target instanceof OfService service) {
            return Optional.of(reference(Kind.SERVICE, service.namespace(), waypoint, service.name()));
        }
        if (target instanceof OfWorkload workload) {
            Kind kind = Kind.named(workload.kind());
            return Optional.of(reference(kind, workload.namespace(), waypoint, workload.name()));
        }
        return external(waypoint, intent, (OfExternal) target);
    }

    private static ObjectRef reference(Kind kind, Optional<String> namespace, ObjectName waypoint, String name) {
        return new ObjectRef(kind, namespace.orElse(waypoint.namespace()), name);
    }

    private Optional<ObjectRef> external(ObjectName waypoint, ConsumerIntent intent, OfExternal external) {
        intent.via().ifPresent(via -> log.add(viaOnExternal(via)));
        ObjectName name = new ObjectName(external.namespace().orElse(waypoint.namespace()), external.name());
        if (declarations.externalsByName().containsKey(name)) {
            return Optional.of(Declarations.reference(name));
        }
        List<String> known = declarations.externalsByName().keySet().stream()
                .map(ObjectName::toString)
                .toList();
        Diagnostic unknown =
                Diagnostic.of(Code.EXTERNAL_NOT_FOUND, name, waypoint).at(intent.span());
        boolean search = unknownExternals++ < SEARCHED;
        log.add(search ? unknown.help(NearName.help(name.toString(), known, unknown.help())) : unknown);
        return Optional.empty();
    }

    private static Diagnostic viaOnExternal(Text via) {
        return Diagnostic.of(
                        Code.CONFLICTING_SETTINGS,
                        "an external has no `via`",
                        "its ServiceEntry is rendered whole, with its labels: there is no owner to deliver them to",
                        "remove `via`")
                .at(via.span());
    }

    List<Consumer> consumersOf(ObjectName waypoint) {
        return byWaypoint.getOrDefault(waypoint, List.of());
    }

    /** The enrolled objects that are not ours. */
    Map<ObjectRef, Enrollment> ofOthers() {
        SortedMap<ObjectRef, Enrollment> others = new TreeMap<>(byObject);
        others.keySet().removeIf(object -> object.kind() == Kind.SERVICE_ENTRY);
        return others;
    }

    /** The labels that bind an object to its waypoint; none where it has no waypoint. */
    SortedMap<String, String> labelsOf(ObjectRef object) {
        SortedMap<String, String> labels = new TreeMap<>();
        Enrollment enrollment = byObject.get(object);
        if (enrollment != null) {
            ObjectName waypoint = enrollment.waypoint();
            labels.put(IstioLabels.USE_WAYPOINT, waypoint.name());
            if (!waypoint.namespace().equals(object.namespace())) {
                labels.put(IstioLabels.USE_WAYPOINT_NAMESPACE, waypoint.namespace());
            }
        }
        return labels;
    }
}
