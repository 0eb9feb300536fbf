package dev.waymark.mesh;

import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.MeshIntent;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.mesh.Mesh.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Resolves all documents of a compilation together. */
public final class Resolver {
    private final DiagnosticLog log;
    private final Settings settings;
    private final Declarations declarations;
    private final Enrollments enrollments;
    private final NamespaceLabels namespaces;

    private Resolver(List<MeshIntent> intents, DiagnosticLog log) {
        this.log = log;
        this.settings = Settings.of(intents, log);
        this.declarations = Declarations.of(intents, log);
        this.enrollments = Enrollments.of(declarations, log);
        this.namespaces = NamespaceLabels.of(intents, log);
    }

    /** Binds every reference and derives what was left out; errors in the log mean that the mesh must not be used. */
    public static Mesh resolve(List<MeshIntent> intents, DiagnosticLog log) {
        return new Resolver(intents, log).mesh(intents);
    }

    private Mesh mesh(List<MeshIntent> intents) {
        Map<String, List<Waypoint>> waypoints = new TreeMap<>();
        declarations.waypoints().forEach(declared -> add(waypoints, declared.unit(), waypoint(declared)));
        Map<String, List<External>> externals = new TreeMap<>();
        declarations.externals().forEach(declared -> add(externals, declared.unit(), external(declared)));
        Map<String, List<LabelledObject>> objects = new TreeMap<>();
        labelledObjects().forEach(object -> add(objects, object.unit(), object));
        return new Mesh(intents.stream()
                .map(intent -> intent.unit().value())
                .distinct()
                .sorted()
                .map(unit -> new Unit(unit, of(waypoints, unit), of(externals, unit), of(objects, unit)))
                .toList());
    }

    private static <T> void add(Map<String, List<T>> byUnit, String unit, T value) {
        byUnit.computeIfAbsent(unit, name -> new ArrayList<>()).add(value);
    }

    private static <T> List<T> of(Map<String, List<T>> byUnit, String unit) {
        return byUnit.getOrDefault(unit, List.of());
    }

    private Waypoint waypoint(Declarations.DeclaredWaypoint declared) {
        List<Consumer> consumers = enrollments.consumersOf(declared.name());
        ReservedMetadata.check(declared.intent(), log);
        return new Waypoint(
                declared.name(),
                declared.unit(),
                traffic(declared, consumers),
                declared.intent().revision().or(settings::revision).map(text -> text.value()),
                Admission.derive(declared, consumers, log),
                consumers,
                declared.intent());
    }

    private static TrafficType traffic(Declarations.DeclaredWaypoint declared, List<Consumer> consumers) {
        return declared.intent()
                .traffic()
                .map(text -> TrafficType.of(text.value()))
                .orElseGet(() -> derivedTraffic(consumers));
    }

    /** Both kinds of consumers give {@code ALL}, which a later check refuses where nobody wrote it. */
    private static TrafficType derivedTraffic(List<Consumer> consumers) {
        boolean service = consumers.stream().anyMatch(consumer -> consumer.traffic() == TrafficType.SERVICE);
        boolean workload = consumers.stream().anyMatch(consumer -> consumer.traffic() == TrafficType.WORKLOAD);
        if (service && workload) {
            return TrafficType.ALL;
        }
        return workload ? TrafficType.WORKLOAD : TrafficType.SERVICE;
    }

    private External external(Declarations.DeclaredExternal declared) {
        ObjectRef object = Declarations.reference(declared.name());
        String resolution = Hosts.resolution(declared.intent(), settings.istioVersion(), log);
        new ServiceEntryRules(declared.intent(), resolution, settings.istioVersion()).check(log);
        return new External(
                declared.name(), declared.unit(), resolution, enrollments.labelsOf(object), declared.intent());
    }

    private List<LabelledObject> labelledObjects() {
        SortedMap<ObjectRef, LabelledObject> objects = new TreeMap<>();
        enrollments.ofOthers().forEach((object, enrollment) -> {
            ObjectName waypoint = enrollment.waypoint();
            String unit = namespaces.ownerOf(object).orElse(declarations.unitOf(waypoint));
            objects.put(
                    object,
                    new LabelledObject(
                            object,
                            unit,
                            enrollments.labelsOf(object),
                            enrollment.consumer().span()));
        });
        namespaces.all().forEach((object, owned) -> {
            SortedMap<String, String> labels = new TreeMap<>(enrollments.labelsOf(object));
            labels.putAll(owned.labels());
            if (!labels.isEmpty()) {
                objects.put(
                        object,
                        new LabelledObject(
                                object,
                                owned.unit(),
                                labels,
                                owned.intent().name().span()));
            }
        });
        return List.copyOf(objects.values());
    }
}
