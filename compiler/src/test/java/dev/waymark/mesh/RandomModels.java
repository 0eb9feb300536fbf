package dev.waymark.mesh;

import dev.waymark.mesh.Model.Admits;
import dev.waymark.mesh.Model.Consumer;
import dev.waymark.mesh.Model.Expression;
import dev.waymark.mesh.Model.Form;
import dev.waymark.mesh.Model.Namespace;
import dev.waymark.mesh.Model.Target;
import dev.waymark.mesh.Model.Unit;
import dev.waymark.mesh.Model.Waypoint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Makes models that compile: each object has one waypoint, and each waypoint can take its consumers and admit them. */
final class RandomModels {
    private static final String NAME = "kubernetes.io/metadata.name";
    private static final List<String> UNITS = List.of("alpha", "beta", "0x1f");
    private static final List<String> NAMESPACES = List.of("shop", "bank", "no", "123", "1e3", "team-a");
    private static final List<String> NAMES = List.of("web", "db", "on", "api");
    private static final List<String> WAYPOINTS = List.of("waypoint", "main", "y");
    private static final List<String> WORKLOADS =
            List.of("Deployment", "StatefulSet", "DaemonSet", "CronJob", "Rollout", "WorkloadGroup");

    private final Random random;
    private final List<Target> externals = new ArrayList<>();
    private final Set<Target> enrolled = new HashSet<>();
    private final Set<String> waypoints = new HashSet<>();

    private RandomModels(Random random) {
        this.random = random;
    }

    static Model next(Random random) {
        return new RandomModels(random).model();
    }

    private Model model() {
        List<String> names = UNITS.subList(0, 1 + random.nextInt(UNITS.size()));
        List<List<Target>> declared = names.stream().map(name -> externals()).toList();
        declared.forEach(externals::addAll);
        List<String> owned = shuffled(NAMESPACES);
        List<Unit> units = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            List<Namespace> namespaces = some(1, () -> namespace(owned.remove(0)));
            units.add(new Unit(names.get(index), namespaces, waypoints(), declared.get(index)));
        }
        return new Model(units, maybe(() -> "stable"));
    }

    private Namespace namespace(String name) {
        return new Namespace(name, maybe(() -> one(List.of("ambient", "none"))));
    }

    private List<Target> externals() {
        return some(1, () -> new Target("ServiceEntry", one(NAMESPACES), "ext-" + random.nextInt(1_000_000)));
    }

    private List<Waypoint> waypoints() {
        List<Waypoint> made = new ArrayList<>();
        for (int count = random.nextInt(3); count > 0; count--) {
            Waypoint waypoint = waypoint();
            if (waypoints.add(waypoint.namespace() + "/" + waypoint.name())) {
                made.add(waypoint);
            } else {
                waypoint.consumers().forEach(consumer -> enrolled.remove(consumer.target()));
            }
        }
        return made;
    }

    private Waypoint waypoint() {
        String namespace = one(NAMESPACES);
        boolean services = random.nextBoolean();
        boolean workloads = !services || random.nextInt(4) == 0;
        List<Consumer> consumers = consumers(namespace, services, workloads);
        return new Waypoint(
                namespace,
                one(WAYPOINTS),
                traffic(consumers),
                maybe(() -> one(List.of("stable", "canary", "1.30"))),
                consumers,
                admits(namespaces(consumers)));
    }

    private List<Consumer> consumers(String namespace, boolean services, boolean workloads) {
        List<Consumer> consumers = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            boolean workload = workloads && (!services || random.nextBoolean());
            Target target = workload ? workload(namespace) : service(namespace);
            if (enrolled.add(target)) {
                consumers.add(new Consumer(target, random.nextBoolean()));
            }
        }
        return consumers;
    }

    private Target workload(String own) {
        return new Target(one(WORKLOADS), near(own), one(NAMES));
    }

    private Target service(String own) {
        int kind = random.nextInt(4);
        if (kind == 0 && !externals.isEmpty()) {
            return one(externals);
        }
        String namespace = near(own);
        return kind == 1 ? new Target("Namespace", namespace, namespace) : new Target("Service", namespace, one(NAMES));
    }

    private String near(String own) {
        return random.nextInt(3) > 0 ? own : one(NAMESPACES);
    }

    /** What may be written: it must be where both kinds are there, and must not turn a consumer away. */
    private Optional<String> traffic(List<Consumer> consumers) {
        boolean workload =
                consumers.stream().anyMatch(consumer -> consumer.target().isWorkload());
        boolean service =
                consumers.stream().anyMatch(consumer -> !consumer.target().isWorkload());
        if (workload && service) {
            return Optional.of(one(List.of("all", "none")));
        }
        boolean inherited =
                consumers.stream().allMatch(each -> each.target().kind().equals("Namespace"));
        List<String> fitting = new ArrayList<>(List.of("all", "none", workload ? "workload" : "service"));
        if (inherited) {
            fitting.add("workload");
        }
        return maybe(() -> one(fitting));
    }

    private static SortedSet<String> namespaces(List<Consumer> consumers) {
        SortedSet<String> namespaces = new TreeSet<>();
        consumers.forEach(consumer -> namespaces.add(consumer.target().namespace()));
        return namespaces;
    }

    private Admits admits(SortedSet<String> used) {
        return switch (random.nextInt(6)) {
            case 0 -> Admits.ALL;
            case 1, 2 -> new Admits(Form.NAMESPACES, names(1), new TreeMap<>(), List.of());
            case 3 -> used.isEmpty() ? anySelector() : selectorOf(used);
            default -> Admits.NOBODY;
        };
    }

    /** A selector that matches the namespaces of all consumers, whatever their other labels are. */
    private Admits selectorOf(SortedSet<String> used) {
        List<Expression> expressions = new ArrayList<>();
        List<String> wider = new ArrayList<>(used);
        names(0).stream().filter(name -> !used.contains(name)).forEach(wider::add);
        expressions.add(new Expression(NAME, "In", shuffled(wider)));
        List<String> others =
                names(0).stream().filter(name -> !used.contains(name)).toList();
        if (!others.isEmpty()) {
            expressions.add(new Expression(NAME, "NotIn", others));
        }
        if (random.nextBoolean()) {
            expressions.add(new Expression(NAME, "Exists", List.of()));
        }
        boolean one = used.size() == 1 && random.nextBoolean();
        SortedMap<String, String> labels = one ? new TreeMap<>(Map.of(NAME, used.first())) : new TreeMap<>();
        return new Admits(Form.SELECTOR, List.of(), labels, shuffled(expressions));
    }

    private Admits anySelector() {
        SortedMap<String, String> labels = new TreeMap<>(Map.of("team", one(List.of("a", "on", ""))));
        List<Expression> expressions = some(
                2,
                () -> random.nextBoolean()
                        ? new Expression("tier", one(List.of("In", "NotIn")), List.of("b", "1", "a"))
                        : new Expression("zone", one(List.of("Exists", "DoesNotExist")), List.of()));
        return new Admits(Form.SELECTOR, List.of(), labels, expressions);
    }

    private List<String> names(int least) {
        return shuffled(NAMESPACES).subList(0, least + random.nextInt(3));
    }

    private <T> List<T> some(int most, Supplier<T> maker) {
        List<T> made = new ArrayList<>();
        for (int count = random.nextInt(most + 1); count > 0; count--) {
            made.add(maker.get());
        }
        return made;
    }

    private <T> Optional<T> maybe(Supplier<T> maker) {
        return random.nextBoolean() ? Optional.of(maker.get()) : Optional.empty();
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> List<T> shuffled(List<T> list) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
