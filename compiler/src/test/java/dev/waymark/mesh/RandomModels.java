package dev.waymark.mesh;

import dev.waymark.mesh.Model.Admits;
import dev.waymark.mesh.Model.Canary;
import dev.waymark.mesh.Model.Consumer;
import dev.waymark.mesh.Model.Enrollment;
import dev.waymark.mesh.Model.Form;
import dev.waymark.mesh.Model.Namespace;
import dev.waymark.mesh.Model.Options;
import dev.waymark.mesh.Model.Settings;
import dev.waymark.mesh.Model.Target;
import dev.waymark.mesh.Model.Unit;
import dev.waymark.mesh.Model.Waypoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Makes models that compile: each object has one waypoint that serves, which can take it and may admit it. */
final class RandomModels {
    /** Where nobody declares a waypoint. */
    static final String FAR = "far";

    private static final Target SERVICES = Target.namespace("any");
    private static final List<String> UNITS = List.of("alpha", "beta", "0x1f");
    private static final List<String> NAMESPACES = List.of("shop", "bank", "no", "123", "1e3", "team-a");
    private static final List<String> WAYPOINTS = List.of("waypoint", "main", "y");

    private final Picks picks;
    private final Settings settings;
    private final List<String> names;
    private final List<List<String>> owned = new ArrayList<>();
    private final RandomAdmits admits;
    private final RandomTargets targets;

    private RandomModels(Random random) {
        this.picks = new Picks(random);
        this.settings = new Settings(
                picks.maybe(() -> "stable"),
                picks.maybe(() -> picks.one(List.of("1.27", "1.30", "1.31", "1.31"))),
                picks.maybe(() -> picks.one(List.of("patch", "apply", "owner"))));
        this.names = UNITS.subList(0, 1 + picks.below(UNITS.size()));
        List<String> free = picks.shuffled(NAMESPACES);
        names.forEach(name -> owned.add(picks.some(1, () -> free.remove(0))));
        Set<String> ours = new HashSet<>(names.size() == 1 ? NAMESPACES : List.of());
        owned.forEach(ours::addAll);
        this.admits = new RandomAdmits(picks, NAMESPACES);
        this.targets = new RandomTargets(picks, NAMESPACES, ours, settings.via().orElse("patch"));
    }

    static Model next(Random random) {
        return new RandomModels(random).model();
    }

    private Model model() {
        SortedMap<String, SortedMap<String, String>> cluster = new TreeMap<>();
        NAMESPACES.forEach(name -> cluster.put(name, admits.labels(name)));
        List<List<Target>> externals =
                names.stream().map(name -> targets.externals()).toList();
        List<Unit> units = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            List<Namespace> namespaces =
                    owned.get(index).stream().map(this::namespace).toList();
            units.add(new Unit(names.get(index), namespaces, waypoints(), externals.get(index), List.of(), List.of()));
        }
        Model declared = new Model(settings, units, cluster);
        Model model = each(declared, unit -> canaries(unit, declared));
        Model joined = each(model, unit -> unit.guests(enrollments(model), List.of()));
        return each(joined, unit -> unit.guests(unit.enrollments(), optOuts(joined)));
    }

    private static Model each(Model model, UnaryOperator<Unit> change) {
        return new Model(model.settings(), model.units().stream().map(change).toList(), model.cluster());
    }

    private Namespace namespace(String name) {
        Optional<String> mode = picks.maybe(() -> picks.one(List.of("ambient", "none")));
        return new Namespace(name, mode, targets.via(Target.namespace(name)));
    }

    private List<Waypoint> waypoints() {
        return picks.some(2, this::waypoint).stream().flatMap(Optional::stream).toList();
    }

    /** A waypoint with consumers of its own, unless the name is taken. */
    private Optional<Waypoint> waypoint() {
        String namespace = picks.one(NAMESPACES);
        String name = picks.one(WAYPOINTS);
        if (!targets.declare(namespace + "/" + name)) {
            return Optional.empty();
        }
        Optional<String> phase =
                picks.once(3) ? Optional.of(picks.one(List.of("prepare", "retire", "serve"))) : Optional.empty();
        Options options = new Options(
                picks.maybe(() -> picks.one(List.of("stable", "canary", "1.30"))),
                phase,
                picks.maybe(picks.random()::nextBoolean),
                Optional.empty(),
                picks.once(5));
        Waypoint empty = new Waypoint(namespace, name, Optional.empty(), List.of(), Admits.NOBODY, options);
        List<Consumer> consumers = consumers(empty);
        TreeSet<String> used = new TreeSet<>();
        consumers.forEach(consumer -> used.add(consumer.target().namespace()));
        return Optional.of(new Waypoint(namespace, name, traffic(consumers), consumers, admits.next(used), options));
    }

    private List<Consumer> consumers(Waypoint waypoint) {
        boolean services = picks.once(2);
        boolean workloads = !services || picks.once(4);
        return picks
                .some(3, () -> {
                    boolean workload = workloads && (!services || picks.once(2));
                    Target target = workload
                            ? targets.workload(waypoint.namespace())
                            : targets.service(
                                    waypoint.namespace(), waypoint.options().global());
                    return targets.enroll(target, waypoint.reference(), waypoint.serves());
                })
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** What may be written: it must be where both kinds are there, and must not turn a consumer away. */
    private Optional<String> traffic(List<Consumer> consumers) {
        boolean workload =
                consumers.stream().anyMatch(consumer -> consumer.target().isWorkload());
        boolean service =
                consumers.stream().anyMatch(consumer -> !consumer.target().isWorkload());
        if (workload && service) {
            return Optional.of(picks.one(List.of("all", "none")));
        }
        boolean inherited =
                consumers.stream().allMatch(each -> each.target().kind().equals("Namespace"));
        List<String> fitting = new ArrayList<>(List.of("all", "all", "none", workload ? "workload" : "service"));
        if (inherited) {
            fitting.add("workload");
        }
        return picks.maybe(() -> picks.one(fitting));
    }

    /** Canaries that can take over whoever uses the waypoint. */
    private Unit canaries(Unit unit, Model model) {
        List<Waypoint> changed = unit.waypoints().stream()
                .map(primary -> primary.canary(canary(primary, unit, model)))
                .toList();
        return unit.waypoints(changed);
    }

    private Optional<Canary> canary(Waypoint primary, Unit unit, Model model) {
        boolean known = settings.istioVersion().orElse("1.31").equals("1.31");
        if (!known || !primary.takes(SERVICES) || picks.once(2)) {
            return Optional.empty();
        }
        List<String> fitting = new ArrayList<>(List.of(FAR + "/next"));
        for (Unit other : model.units()) {
            other.waypoints().stream()
                    .filter(canary -> !canary.equals(primary) && canary.takes(SERVICES))
                    .filter(canary -> other.equals(unit) ? admitsBoth(primary, canary) : mayAdmit(canary))
                    .map(Waypoint::reference)
                    .forEach(fitting::add);
        }
        return Optional.of(new Canary(picks.one(fitting), picks.below(101)));
    }

    /** Whether one listener of the canary can let in whoever uses the primary one. */
    private static boolean admitsBoth(Waypoint primary, Waypoint canary) {
        return canary.admits().form() == Form.ALL
                || (primary.admits().form() != Form.SELECTOR && canary.admits().form() != Form.SELECTOR);
    }

    private static boolean mayAdmit(Waypoint canary) {
        return canary.admits().form() == Form.ALL || RandomAdmits.isOpen(canary.admits());
    }

    private List<Enrollment> enrollments(Model model) {
        List<Waypoint> declared = model.units().stream()
                .flatMap(unit -> unit.waypoints().stream())
                .toList();
        return picks
                .some(2, () -> declared.isEmpty() || picks.once(4) ? unknown() : guests(picks.one(declared), model))
                .stream()
                .filter(enrollment -> !enrollment.consumers().isEmpty())
                .toList();
    }

    private Enrollment unknown() {
        String reference = FAR + "/" + picks.one(List.of("shared", "next"));
        return new Enrollment(
                reference,
                picks.some(2, () -> targets.enroll(targets.any(picks.one(NAMESPACES), false), reference, true)).stream()
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Enrollment guests(Waypoint waypoint, Model model) {
        String home = waypoint.namespace();
        List<Consumer> guests = picks
                .some(3, () -> targets.any(home, waypoint.options().global()))
                .stream()
                .filter(target -> isWelcome(target, waypoint, model))
                .flatMap(target -> targets.enroll(target, waypoint.reference(), waypoint.serves()).stream())
                .toList();
        return new Enrollment(waypoint.reference(), guests);
    }

    /** Whether the checks let it pass: there is no sign that the waypoint, or its canary, turns it away. */
    private static boolean isWelcome(Target target, Waypoint waypoint, Model model) {
        boolean taken = target.kind().equals("Namespace") || waypoint.takes(target);
        WantedRoutes routes = new WantedRoutes(model);
        boolean admitted = routes.admits(waypoint, target.namespace())
                && (waypoint.options().canary().isEmpty() || routes.admitsItself(waypoint, target.namespace()));
        return taken && (admitted || RandomAdmits.isOpen(waypoint.admits()));
    }

    /** Of what would otherwise go through the waypoint of its namespace, or may, for all that is known. */
    private List<Consumer> optOuts(Model model) {
        return picks.some(2, () -> targets.any(picks.one(NAMESPACES), false)).stream()
                .filter(target -> !target.kind().equals("Namespace") && leavesSomething(target, model))
                .flatMap(target -> targets.enroll(target, Model.NONE, true).stream())
                .map(each -> new Consumer(each.target(), true, each.via(), Optional.empty()))
                .toList();
    }

    private static boolean leavesSomething(Target target, Model model) {
        Target namespace = Target.namespace(target.namespace());
        boolean silent = model.units().stream().noneMatch(unit -> unit.names(namespace));
        return model.serving(namespace)
                .map(claim -> model.waypoint(claim.waypoint())
                        .map(waypoint -> waypoint.takes(target))
                        .orElse(true))
                .orElse(silent);
    }
}
