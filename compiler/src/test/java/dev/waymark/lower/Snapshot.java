package dev.waymark.lower;

import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import dev.waymark.kube.Resource;
import dev.waymark.lock.Lingering;
import dev.waymark.testing.Tree;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a render left: the documents by their paths, and what lingers in each unit. It is read here in the plainest way,
 * without a line of the compiler's.
 */
record Snapshot(SortedMap<String, Tree> documents, SortedMap<String, SortedSet<Lingering>> lingering) {
    static final Snapshot NOTHING = new Snapshot(new TreeMap<>(), new TreeMap<>());

    /** What the namespaces of this world are labelled with, beside their names. */
    static final Map<String, String> TEAMS = Map.of("shop", "red", "bank", "blue", "post", "red", "elsewhere", "green");

    private static final String USE = "istio.io/use-waypoint";
    private static final String CANARY = "istio.io/use-waypoint-canary";

    /** A document that a delivery tool applies to an object. */
    record Applied(String path, ObjectRef object, Tree document) {
        Tree labels() {
            return document.at("metadata", "labels");
        }

        boolean isLabelled() {
            return labels().map().keySet().stream().anyMatch(key -> key.startsWith("istio.io/"));
        }

        boolean isPartial() {
            return path.contains("/labels/");
        }

        boolean isOurs() {
            return path.contains("/enrollment/");
        }
    }

    static Snapshot of(Lowering lowering) {
        SortedMap<String, Tree> documents = new TreeMap<>();
        lowering.forEach(manifest -> documents.put(
                manifest.fullPath(), new Tree(plain(manifest.resource().tree()))));
        SortedMap<String, SortedSet<Lingering>> lingering = new TreeMap<>();
        lowering.units().forEach(unit -> lingering.put(unit.name(), unit.lingering()));
        return new Snapshot(documents, lingering);
    }

    private static Map<String, Object> plain(Map<String, Object> tree) {
        Map<String, Object> plain = new LinkedHashMap<>();
        tree.forEach((key, value) -> plain.put(key, plain(value)));
        return plain;
    }

    @SuppressWarnings("unchecked") // all keys are text
    private static Object plain(Object value) {
        if (value instanceof Resource.Embedded embedded) {
            return plain(embedded.tree());
        }
        if (value instanceof Map) {
            return plain((Map<String, Object>) value);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Snapshot::plain).toList();
        }
        if (value instanceof Resource.Literal literal) {
            return Boolean.parseBoolean(literal.text());
        }
        return value instanceof Integer number ? Long.valueOf(number) : value;
    }

    /** The path of each Gateway by its waypoint. */
    SortedMap<String, String> gateways() {
        SortedMap<String, String> gateways = new TreeMap<>();
        ofKind("Gateway", path -> true)
                .forEach(applied ->
                        gateways.put(applied.object.namespace() + "/" + applied.object.name(), applied.path));
        return gateways;
    }

    /** Whether the listener of a waypoint is there and admits a namespace. */
    boolean admits(String waypoint, String namespace) {
        return Optional.ofNullable(gateways().get(waypoint)).stream()
                .map(path -> documents.getOrDefault(path, new Tree(Map.of())))
                .anyMatch(gateway -> admits(gateway.at("spec"), waypoint, namespace));
    }

    /** Whether a listener admits a namespace, as the spec of its Gateway says. */
    static boolean admits(Tree spec, String waypoint, String namespace) {
        Tree routes = spec.trees("listeners").get(0).at("allowedRoutes", "namespaces");
        return switch (routes.text("from")) {
            case "All" -> true;
            case "Same" -> waypoint.startsWith(namespace + "/");
            default -> selects(routes.at("selector"), namespace);
        };
    }

    /** The namespaces of this world that a waypoint admits. */
    Set<String> admitted(String waypoint) {
        return TEAMS.keySet().stream()
                .filter(namespace -> admits(waypoint, namespace))
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static boolean selects(Tree selector, String namespace) {
        Map<String, String> labels =
                Map.of("kubernetes.io/metadata.name", namespace, "team", TEAMS.getOrDefault(namespace, ""));
        return selector.at("matchLabels").map().entrySet().stream()
                        .allMatch(label -> label.getValue().equals(labels.get(label.getKey())))
                && selector.trees("matchExpressions").stream()
                        .allMatch(each -> each.text("operator").equals("In")
                                == each.texts("values").contains(labels.get(each.text("key"))));
    }

    /** All that is applied to objects of others, in part or whole, and the externals. */
    List<Applied> applied() {
        List<Applied> applied = new ArrayList<>();
        for (String kind : List.of("Namespace", "Service", "ServiceEntry", "WorkloadEntry")) {
            ofKind(kind, path -> !path.contains("/components/")).forEach(applied::add);
        }
        return applied;
    }

    private Stream<Applied> ofKind(String kind, Predicate<String> paths) {
        return documents.entrySet().stream()
                .filter(entry -> entry.getValue().text("kind").equals(kind) && paths.test(entry.getKey()))
                .map(entry -> new Applied(entry.getKey(), object(entry.getValue()), entry.getValue()));
    }

    private static ObjectRef object(Tree document) {
        String name = document.name();
        Object namespace = document.at("metadata").map().getOrDefault("namespace", name);
        // A Gateway is no object that carries labels; here only its name counts.
        return new ObjectRef(Kind.find(document.text("kind")).orElse(Kind.SERVICE), namespace.toString(), name);
    }

    /** The labels that are delivered here. */
    Set<Label> labels() {
        Stream<Label> whole = applied().stream().flatMap(each -> labels(each.object, each.labels()));
        Stream<Label> patched = documents.entrySet().stream()
                .flatMap(entry -> entry.getValue().list("patches").isEmpty()
                        ? Stream.of()
                        : ofPatch(
                                entry.getKey(),
                                entry.getValue().trees("patches").get(0).at("patch")));
        return Stream.concat(whole, patched).collect(Collectors.toSet());
    }

    private static Stream<Label> ofPatch(String path, Tree patch) {
        String namespace = path.split("/", -1)[2];
        Kind kind = Kind.named(patch.text("kind"));
        Map<String, Object> labels = new TreeMap<>();
        patch.leaves().forEach((pointer, value) -> {
            String key = pointer.substring(pointer.lastIndexOf('/') + 1).replace("~1", "/");
            labels.put(key, value);
        });
        return labels(new ObjectRef(kind, namespace, patch.name()), new Tree(labels));
    }

    private static Stream<Label> labels(ObjectRef object, Tree labels) {
        return Stream.of(USE, CANARY)
                .filter(key ->
                        labels.map().containsKey(key) && !labels.text(key).equals("none"))
                .map(key -> new Label(
                        object,
                        labels.map().getOrDefault(key + "-namespace", object.namespace()) + "/" + labels.text(key)));
    }

    private static final Predicate<String> INCLUDED =
            Pattern.compile("[^/]+/(components/.+|[^/]+)/kustomization\\.yaml").asMatchPredicate();

    /** What kustomizations of others, or delivery objects, may name. */
    SortedSet<String> included() {
        return documents.keySet().stream().filter(INCLUDED).collect(Collectors.toCollection(TreeSet::new));
    }
}
