package dev.waymark.lower;

import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The documents of a mesh as the facts that they state, which random edits change one by one. */
final class Draft {
    static final String SERVE = "serve";
    static final String RETIRE = "retire";

    /** @param admits as it is written; empty for nobody */
    record Waypoint(String unit, String phase, String admits, Optional<String> canary) {
        Waypoint in(String other) {
            return new Waypoint(other, phase, admits, canary);
        }

        Waypoint phase(String other) {
            return new Waypoint(unit, other, admits, canary);
        }

        Waypoint admits(String other) {
            return new Waypoint(unit, phase, other, canary);
        }

        Waypoint canary(Optional<String> other) {
            return new Waypoint(unit, phase, admits, other);
        }
    }

    /**
     * An object that uses a waypoint.
     *
     * @param waypoint {@code NAMESPACE/NAME}; empty for an opt-out
     * @param unit whose document enrolls it; empty if the waypoint lists it among its consumers
     */
    record Claim(ObjectRef object, String waypoint, String unit) implements Comparable<Claim> {
        @Override
        public int compareTo(Claim other) {
            return toString().compareTo(other.toString());
        }
    }

    /** What stands under {@code namespaces}. */
    record Stated(String unit, boolean ambient) {}

    /** How everything is delivered, as it is written; empty if nobody says. */
    final String delivery;

    final SortedSet<String> units = new TreeSet<>();
    final SortedMap<String, Waypoint> waypoints = new TreeMap<>();
    final SortedSet<Claim> claims = new TreeSet<>();
    final SortedMap<ObjectRef, String> vias = new TreeMap<>();
    final SortedMap<ObjectRef, Stated> namespaces = new TreeMap<>();
    final SortedMap<ObjectRef, String> externals = new TreeMap<>();

    Draft() {
        this("");
    }

    Draft(String delivery) {
        this.delivery = delivery;
    }

    Draft copy() {
        Draft copy = new Draft(delivery);
        copy.units.addAll(units);
        copy.waypoints.putAll(waypoints);
        copy.claims.addAll(claims);
        copy.vias.putAll(vias);
        copy.namespaces.putAll(namespaces);
        copy.externals.putAll(externals);
        return copy;
    }

    boolean serves(Claim claim) {
        Optional<Waypoint> waypoint = Optional.ofNullable(waypoints.get(claim.waypoint));
        return waypoint.map(known -> known.phase.equals(SERVE)).orElse(true);
    }

    /** The labels that owners carry, since nothing is rendered for them. */
    Stream<Label> ownersLabels() {
        return claims.stream()
                .filter(claim -> via(claim.object).equals("owner") && serves(claim) && !claim.waypoint.isEmpty())
                .map(claim -> new Label(claim.object, claim.waypoint));
    }

    String via(ObjectRef object) {
        return externals.containsKey(object) ? "" : vias.getOrDefault(object, "patch");
    }

    /** The text of each unit's document, by the unit. */
    SortedMap<String, String> documents() {
        SortedMap<String, String> documents = new TreeMap<>();
        units.forEach(unit -> documents.put(unit, document(unit)));
        return documents;
    }

    private String document(String unit) {
        return """
                apiVersion: waymark.dev/v1alpha1
                kind: MeshIntent
                metadata: {name: %s}
                spec:
                  %s
                  namespaces: %s
                  waypoints: %s
                  externals: %s
                  enrollments: %s
                  optOuts: %s
                """.formatted(
                        unit,
                        delivery.isEmpty() ? "" : "delivery: " + delivery,
                        namespaces(unit),
                        waypoints(unit),
                        externals(unit),
                        enrollments(unit),
                        optOuts(unit));
    }

    private List<String> namespaces(String unit) {
        return namespaces.entrySet().stream()
                .filter(entry -> entry.getValue().unit.equals(unit))
                .map(entry -> "{name: " + entry.getKey().name()
                        + (entry.getValue().ambient ? ", dataplaneMode: ambient" : "")
                        + written(entry.getKey())
                        + "}")
                .toList();
    }

    /** A waypoint that there is. */
    Waypoint waypoint(String name) {
        return Objects.requireNonNull(waypoints.get(name));
    }

    private List<String> waypoints(String unit) {
        return waypoints.entrySet().stream()
                .filter(entry -> entry.getValue().unit.equals(unit))
                .map(entry -> waypoint(entry.getKey(), entry.getValue()))
                .toList();
    }

    private String waypoint(String name, Waypoint waypoint) {
        String[] parts = name.split("/", -1);
        String canary = waypoint.canary
                .map(other -> ", canary: {waypoint: " + other + ", weight: 10}")
                .orElse("");
        String consumers = claims.stream()
                .filter(claim -> claim.waypoint.equals(name) && claim.unit.isEmpty())
                .map(this::consumer)
                .collect(Collectors.joining(", "));
        return "{name: " + parts[1] + ", namespace: " + parts[0] + ", for: all, phase: " + waypoint.phase
                + (waypoint.admits.isEmpty() ? "" : ", admits: " + waypoint.admits) + canary
                + ", consumers: [" + consumers + "]}";
    }

    private List<String> externals(String unit) {
        return externals.entrySet().stream()
                .filter(entry -> entry.getValue().equals(unit))
                .map(entry -> "{name: " + entry.getKey().name() + ", namespace: "
                        + entry.getKey().namespace()
                        + ", hosts: [api.example.com], ports: [{number: 443, protocol: TLS}]}")
                .toList();
    }

    private List<String> enrollments(String unit) {
        return claims.stream()
                .filter(claim -> claim.unit.equals(unit) && !claim.waypoint.isEmpty())
                .map(claim -> "{waypoint: " + claim.waypoint + ", consumers: [" + consumer(claim) + "]}")
                .toList();
    }

    private List<String> optOuts(String unit) {
        return claims.stream()
                .filter(claim -> claim.unit.equals(unit) && claim.waypoint.isEmpty())
                .map(this::consumer)
                .toList();
    }

    private String consumer(Claim claim) {
        ObjectRef object = claim.object;
        String name = object.namespace() + "/" + object.name();
        String key = switch (object.kind()) {
            case NAMESPACE -> "namespace: " + object.name();
            case SERVICE -> "service: " + name;
            case WORKLOAD_ENTRY -> "workloadEntry: " + name;
            case SERVICE_ENTRY -> (externals.containsKey(object) ? "external: " : "serviceEntry: ") + name;
            default -> "workload: " + object.kind().kindName() + "/" + name;
        };
        return "{" + key + written(object) + "}";
    }

    private String written(ObjectRef object) {
        boolean stated = vias.containsKey(object) && !externals.containsKey(object);
        return stated ? ", via: " + vias.get(object) : "";
    }

    /** Of which kinds parts may be applied. */
    static boolean isApplicable(ObjectRef object) {
        return List.of(Kind.NAMESPACE, Kind.SERVICE, Kind.SERVICE_ENTRY, Kind.WORKLOAD_ENTRY)
                .contains(object.kind());
    }

    @Override
    public String toString() {
        return String.join("---\n", documents().values());
    }
}
