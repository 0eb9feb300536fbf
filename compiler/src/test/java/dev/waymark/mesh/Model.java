package dev.waymark.mesh;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Some units as a test thinks of them.
 *
 * @param cluster the labels of each Namespace that there is, before anything is delivered
 */
record Model(Settings settings, List<Unit> units, SortedMap<String, SortedMap<String, String>> cluster) {
    /** What an opt-out has in place of a waypoint. */
    static final String NONE = "none";

    record Settings(Optional<String> revision, Optional<String> istioVersion, Optional<String> via) {}

    record Unit(
            String name,
            List<Namespace> namespaces,
            List<Waypoint> waypoints,
            List<Target> externals,
            List<Enrollment> enrollments,
            List<Consumer> optOuts) {
        Unit waypoints(List<Waypoint> others) {
            return new Unit(name, namespaces, others, externals, enrollments, optOuts);
        }

        Unit guests(List<Enrollment> enrolled, List<Consumer> optedOut) {
            return new Unit(name, namespaces, waypoints, externals, enrolled, optedOut);
        }

        /** Its waypoints, with canaries among them only. */
        private List<Waypoint> alone() {
            return waypoints.stream()
                    .map(each -> waypoints.stream().anyMatch(each::hasCanary) ? each : each.canary(Optional.empty()))
                    .toList();
        }

        boolean names(Target target) {
            return target.kind.equals("Namespace")
                    && namespaces.stream().anyMatch(each -> each.name.equals(target.name));
        }
    }

    /** A namespace whose labels a unit states. */
    record Namespace(String name, Optional<String> mode, Optional<String> via) {}

    record Waypoint(
            String namespace,
            String name,
            Optional<String> traffic,
            List<Consumer> consumers,
            Admits admits,
            Options options) {
        String reference() {
            return namespace + "/" + name;
        }

        boolean serves() {
            return options.phase.orElse("serve").equals("serve");
        }

        /** Which traffic it takes, stated or derived. */
        String takes() {
            boolean workload = consumers.stream().anyMatch(each -> each.target().isWorkload());
            return traffic.orElse(workload ? "workload" : "service");
        }

        boolean takes(Target target) {
            return takes().equals("all") || takes().equals(target.isWorkload() ? "workload" : "service");
        }

        boolean hasCanary(Waypoint other) {
            return options.canary
                    .filter(canary -> canary.waypoint.equals(other.reference()))
                    .isPresent();
        }

        Waypoint canary(Optional<Canary> canary) {
            Options more = new Options(options.revision, options.phase, options.ingress, canary, options.global);
            return new Waypoint(namespace, name, traffic, consumers, admits, more);
        }
    }

    record Options(
            Optional<String> revision,
            Optional<String> phase,
            Optional<Boolean> ingress,
            Optional<Canary> canary,
            boolean global) {}

    record Canary(String waypoint, int weight) {}

    record Enrollment(String waypoint, List<Consumer> consumers) {}

    /**
     * An object, or one of the externals; the namespace of a Namespace is its own name.
     *
     * @param kind {@code External}, or that of the object
     */
    record Target(String kind, String namespace, String name) {
        static Target namespace(String name) {
            return new Target("Namespace", name, name);
        }

        boolean isExternal() {
            return kind.equals("External");
        }

        boolean isWorkload() {
            return !isExternal()
                    && !List.of("Namespace", "Service", "ServiceEntry").contains(kind);
        }

        /** What it is in a cluster. */
        Target object() {
            return isExternal() ? new Target("ServiceEntry", namespace, name) : this;
        }
    }

    /** @param qualified whether the namespace is written out though it is that of the waypoint */
    record Consumer(Target target, boolean qualified, Optional<String> via, Optional<Boolean> ingress) {}

    /** Who may use a waypoint beside its consumers. */
    record Admits(Form form, List<String> namespaces, SortedMap<String, String> labels, List<Expression> expressions) {
        static final Admits NOBODY = new Admits(Form.NOBODY, List.of(), new TreeMap<>(), List.of());
        static final Admits ALL = new Admits(Form.ALL, List.of(), new TreeMap<>(), List.of());
    }

    enum Form {
        NOBODY,
        NAMESPACES,
        SELECTOR,
        ALL
    }

    record Expression(String key, String operator, List<String> values) {}

    /** What one entry says of an object: its waypoint, as {@code namespace/name} or {@link #NONE}. */
    record Claim(Unit unit, Consumer consumer, String waypoint) {}

    /** One unit's waypoints, and nothing else but the externals, which they may be for. */
    Model onlyWaypointsOf(Unit kept) {
        List<Unit> others = units.stream()
                .map(unit -> new Unit(unit.name, List.of(), List.of(), unit.externals, List.of(), List.of()))
                .map(unit -> unit.name.equals(kept.name) ? unit.waypoints(kept.alone()) : unit)
                .toList();
        return new Model(settings, others, cluster);
    }

    /** The same said in another order. */
    Model shuffled(Random random) {
        List<Unit> mixed = units.stream()
                .map(unit -> new Unit(
                        unit.name,
                        shuffled(unit.namespaces, random),
                        shuffled(unit.waypoints, random).stream()
                                .map(each -> new Waypoint(
                                        each.namespace,
                                        each.name,
                                        each.traffic,
                                        shuffled(each.consumers, random),
                                        each.admits,
                                        each.options))
                                .toList(),
                        shuffled(unit.externals, random),
                        shuffled(unit.enrollments, random),
                        shuffled(unit.optOuts, random)))
                .toList();
        return new Model(settings, shuffled(mixed, random), cluster);
    }

    static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    Stream<Claim> claims() {
        return units.stream().flatMap(Model::claims);
    }

    private static Stream<Claim> claims(Unit unit) {
        Stream<Claim> own = unit.waypoints.stream()
                .flatMap(waypoint ->
                        waypoint.consumers.stream().map(each -> new Claim(unit, each, waypoint.reference())));
        Stream<Claim> guests = unit.enrollments.stream()
                .flatMap(enrolled -> enrolled.consumers.stream().map(each -> new Claim(unit, each, enrolled.waypoint)));
        Stream<Claim> optOuts = unit.optOuts.stream().map(each -> new Claim(unit, each, NONE));
        return Stream.of(own, guests, optOuts).flatMap(claims -> claims);
    }

    /** All that is named, each once. */
    Stream<Target> targets() {
        Stream<Target> owned =
                units.stream().flatMap(unit -> unit.namespaces.stream()).map(each -> Target.namespace(each.name));
        return Stream.concat(owned, claims().map(claim -> claim.consumer.target))
                .distinct();
    }

    Stream<Claim> claims(Target target) {
        return claims().filter(claim -> claim.consumer.target.equals(target));
    }

    /** The claim that counts now; there is one at most. */
    Optional<Claim> serving(Target target) {
        return claims(target)
                .filter(claim -> waypoint(claim.waypoint).map(Waypoint::serves).orElse(true))
                .findFirst();
    }

    /** A waypoint that some document declares. */
    Optional<Waypoint> waypoint(String reference) {
        return units.stream()
                .flatMap(unit -> unit.waypoints.stream())
                .filter(waypoint -> waypoint.reference().equals(reference))
                .findFirst();
    }

    /** How the labels of an object reach it. */
    String via(Target target) {
        Stream<Optional<String>> named = units.stream()
                .filter(unit -> unit.names(target))
                .flatMap(unit -> unit.namespaces.stream())
                .filter(each -> each.name.equals(target.name))
                .map(Namespace::via);
        Stream<Optional<String>> claimed = claims(target).map(claim -> claim.consumer.via);
        return Stream.concat(named, claimed)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(settings.via.orElse("patch"));
    }
}
