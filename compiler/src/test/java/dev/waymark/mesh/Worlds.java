package dev.waymark.mesh;

import dev.waymark.kube.AllowedRoutes;
import dev.waymark.kube.LabelSelector;
import dev.waymark.kube.LabelSelector.Requirement;
import dev.waymark.mesh.Admitted.Everyone;
import dev.waymark.mesh.Admitted.Namespaces;
import dev.waymark.mesh.Admitted.Selected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Three namespaces, each with all labels that it could have, and who is admitted among them, said once more. */
final class Worlds {
    static final String NAME = "kubernetes.io/metadata.name";
    static final List<String> NAMES = List.of("bank", "post", "shop");

    /** No selector names the last of them. */
    private static final List<String> TEAMS = List.of("blue", "red", "green");

    private static final List<String> OPERATORS = List.of("In", "NotIn", "Exists", "DoesNotExist");

    /** A namespace with the labels that it has in one world. */
    record Place(String name, Map<String, String> labels) {}

    private Worlds() {}

    static Stream<Place> places() {
        return NAMES.stream().flatMap(Worlds::placesOf);
    }

    static Stream<Place> placesOf(String name) {
        return Stream.concat(Stream.of(""), TEAMS.stream())
                .flatMap(team -> Stream.of("", "front").map(tier -> place(name, team, tier)));
    }

    private static Place place(String name, String team, String tier) {
        SortedMap<String, String> labels = new TreeMap<>();
        labels.put(NAME, name);
        labels.put("team", team);
        labels.put("tier", tier);
        labels.values().removeIf(String::isEmpty);
        return new Place(name, labels);
    }

    static boolean admits(Admitted admitted, Place place) {
        return admitted instanceof Everyone
                || (admitted instanceof Namespaces some && some.names().contains(place.name))
                || (admitted instanceof Selected selected && selects(selected.selector(), place));
    }

    static boolean admits(AllowedRoutes routes, String home, Place place) {
        return switch (routes.from()) {
            case "All" -> true;
            case "Same" -> place.name.equals(home);
            default -> selects(routes.selector().orElseThrow(), place);
        };
    }

    private static boolean selects(LabelSelector selector, Place place) {
        return place.labels.entrySet().containsAll(selector.matchLabels().entrySet())
                && selector.matchExpressions().stream().allMatch(each -> matches(each, place));
    }

    private static boolean matches(Requirement requirement, Place place) {
        boolean there = place.labels.containsKey(requirement.key());
        boolean listed = there && requirement.values().contains(place.labels.get(requirement.key()));
        return switch (requirement.operator()) {
            case "In" -> listed;
            case "NotIn" -> !listed;
            case "Exists" -> there;
            default -> !there;
        };
    }

    /** A selector says at most one thing of each key, so that nothing in it contradicts the rest. */
    static Admitted next(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> new Everyone();
            case 1, 2, 3 -> Admitted.namespaces(some(random, NAMES));
            default -> new Selected(selector(random));
        };
    }

    private static LabelSelector selector(Random random) {
        SortedMap<String, String> labels = new TreeMap<>();
        List<Requirement> expressions = new ArrayList<>();
        while (labels.isEmpty() && expressions.isEmpty()) {
            for (String key : some(random, List.of(NAME, "team", "tier"))) {
                List<String> values = values(key);
                if (random.nextInt(3) == 0) {
                    labels.put(key, values.get(random.nextInt(values.size())));
                } else {
                    expressions.add(requirement(random, key, values));
                }
            }
        }
        return new LabelSelector(labels, expressions);
    }

    private static List<String> values(String key) {
        return key.equals(NAME) ? NAMES : key.equals("team") ? TEAMS.subList(0, 2) : List.of("front");
    }

    private static Requirement requirement(Random random, String key, List<String> values) {
        String operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
        SortedSet<String> listed = some(random, values);
        listed.add(values.get(0));
        return new Requirement(key, operator, operator.endsWith("In") ? List.copyOf(listed) : List.of());
    }

    private static SortedSet<String> some(Random random, List<String> all) {
        SortedSet<String> some = new TreeSet<>(all);
        some.removeIf(each -> random.nextBoolean());
        return some;
    }
}
