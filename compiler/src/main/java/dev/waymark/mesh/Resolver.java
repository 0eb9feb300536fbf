package dev.waymark.mesh;

import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.MeshIntent;
import dev.waymark.intent.Text;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.IstioVersion;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.mesh.Declarations.DeclaredExternal;
import dev.waymark.mesh.Declarations.DeclaredWaypoint;
import dev.waymark.mesh.Mesh.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Resolves all documents of a compilation together. */
public final class Resolver {
    private final DiagnosticLog log;
    private final Settings settings;
    private final Declarations declarations;
    private final Claims claims;
    private final Admissions admissions;
    private final ObjectMarks marks;
    private final List<LabelledObject> objects;
    private final NamesTaken names;

    private Resolver(
            List<MeshIntent> intents, Optional<IstioVersion> istioVersion, Inventory inventory, DiagnosticLog log) {
        this.log = log;
        this.settings = Settings.of(intents, istioVersion, log);
        this.declarations = Declarations.of(intents, log);
        NamespaceLabels namespaces = NamespaceLabels.of(intents, inventory, log);
        this.claims = Claims.of(intents, namespaces, new Targets(declarations, inventory, log), log);
        this.admissions = Admissions.of(declarations, claims, namespaces, log);
        this.marks = new ObjectMarks(settings, declarations, namespaces, claims, inventory);
        Vias vias = Vias.of(settings, namespaces, claims, log);
        this.objects = new LabelledObjects(declarations, namespaces, claims, marks, vias).all();
        this.names = new NamesTaken(inventory, log);
        new UnknownWaypoints(declarations, inventory, log).check(intents);
        new MissingTargets(inventory, log).check(objects);
        new OwnersLabels(inventory, log).check(objects);
        new OptOuts(declarations, namespaces, claims, inventory, log).check();
    }

    /**
     * Binds every reference and derives what was left out; errors in the log mean that the mesh must not be used.
     *
     * @param istioVersion what holds in place of a version that the documents state
     * @param inventory what exists beside the documents
     */
    public static Mesh resolve(
            List<MeshIntent> intents, Optional<IstioVersion> istioVersion, Inventory inventory, DiagnosticLog log) {
        return new Resolver(intents, istioVersion, inventory, log).mesh(intents);
    }

    private Mesh mesh(List<MeshIntent> intents) {
        Map<String, List<Waypoint>> waypoints = new TreeMap<>();
        declarations.waypoints().forEach(declared -> add(waypoints, declared.unit(), waypoint(declared)));
        HostInTwoExternals.check(declarations.externals(), log);
        Map<String, List<External>> externals = new TreeMap<>();
        declarations.externals().forEach(declared -> add(externals, declared.unit(), external(declared)));
        Map<String, List<LabelledObject>> labelled = new TreeMap<>();
        objects.forEach(object -> add(labelled, object.unit(), object));
        return new Mesh(
                settings.istioVersion(),
                settings.rootNamespace().map(Text::value),
                settings.delivery(),
                Optional.empty(),
                intents.stream()
                        .map(intent -> intent.unit().value())
                        .distinct()
                        .sorted()
                        .map(unit -> new Unit(unit, of(waypoints, unit), of(externals, unit), of(labelled, unit)))
                        .toList());
    }

    private static <T> void add(Map<String, List<T>> byUnit, String unit, T value) {
        byUnit.computeIfAbsent(unit, name -> new ArrayList<>()).add(value);
    }

    private static <T> List<T> of(Map<String, List<T>> byUnit, String unit) {
        return byUnit.getOrDefault(unit, List.of());
    }

    private Waypoint waypoint(DeclaredWaypoint declared) {
        ReservedMetadata.check(declared.intent(), log);
        ScalingRules.check(declared, log);
        names.check(declared);
        return new Waypoint(
                declared.name(),
                declared.unit(),
                declared.phase(),
                claims.traffic(declared),
                declared.intent().revision().or(settings::revision).map(Text::value),
                admissions.of(declared.name()),
                claims.consumersOf(declared.name()),
                claims.guestsOf(declared.name()),
                declared.intent());
    }

    private External external(DeclaredExternal declared) {
        ObjectName name = declared.name();
        External external = new External(
                name,
                declared.unit(),
                Resolution.of(declared.intent()),
                marks.of(ObjectRef.serviceEntry(name)),
                settings.istioVersion(),
                declared.intent());
        ReservedMetadata.check(declared.intent(), log);
        ServiceEntryRules.check(external, log);
        return external;
    }
}
