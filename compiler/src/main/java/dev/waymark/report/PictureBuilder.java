package dev.waymark.report;

import dev.waymark.kube.ObjectName;
import dev.waymark.report.Picture.Edge;
import dev.waymark.report.Picture.Group;
import dev.waymark.report.Picture.Node;
import dev.waymark.report.Picture.Way;
import dev.waymark.report.Usage.Tie;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Groups namespaces that use waypoints alike, where a waypoint of one's own is like that of any other. */
final class PictureBuilder {
    private static final String OWN = "./";
    private static final String OTHERS = "others";

    /** The waypoint of what goes direct, which no object can be called. */
    static final ObjectName DIRECT = new ObjectName("", "direct");

    private final SortedMap<String, Usage> usages;
    private final boolean grouped;
    private final int largest;
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, SortedSet<String>> waypoints = new LinkedHashMap<>();
    private final SortedMap<EdgeKey, SortedMap<String, Long>> edges = new TreeMap<>();

    private record EdgeKey(int group, String waypoint, Way way, String detail) implements Comparable<EdgeKey> {
        private static final Comparator<EdgeKey> ORDER = Comparator.comparingInt(EdgeKey::group)
                .thenComparing(EdgeKey::waypoint)
                .thenComparing(EdgeKey::way)
                .thenComparing(EdgeKey::detail);

        @Override
        public int compareTo(EdgeKey other) {
            return ORDER.compare(this, other);
        }
    }

    PictureBuilder(SortedMap<String, Usage> usages, boolean grouped, int largest) {
        this.usages = usages;
        this.grouped = grouped;
        this.largest = largest;
    }

    Picture build() {
        List<Map.Entry<String, List<String>>> shapes = new ArrayList<>(shapes().entrySet());
        shapes.sort(Comparator.comparing((Map.Entry<String, List<String>> shape) ->
                        !usage(shape.getValue().get(0)).isChange())
                .thenComparing(shape -> -shape.getValue().size())
                .thenComparing(Map.Entry::getKey));
        boolean tooMany = shapes.size() > largest;
        List<String> rest = new ArrayList<>();
        for (int index = 0; index < shapes.size(); index++) {
            List<String> names = shapes.get(index).getValue();
            if (tooMany && index >= largest) {
                rest.addAll(names);
            } else {
                add(names, false);
            }
        }
        if (!rest.isEmpty()) {
            rest.sort(Comparator.naturalOrder());
            add(rest, true);
        }
        return picture();
    }

    /** Namespaces by what they use; those alone stand for themselves. */
    private Map<String, List<String>> shapes() {
        Map<String, List<String>> shapes = new TreeMap<>();
        usages.forEach((namespace, usage) -> {
            StringBuilder shape = new StringBuilder();
            usage.ties()
                    .keySet()
                    .forEach(tie -> shape.append(relative(tie.waypoint(), namespace))
                            .append(' ')
                            .append(tie.way())
                            .append(' ')
                            .append(tie.detail())
                            .append('\n'));
            String key = grouped ? shape.toString() : shape + namespace;
            shapes.computeIfAbsent(key, name -> new ArrayList<>()).add(namespace);
        });
        return shapes;
    }

    private String relative(ObjectName waypoint, String namespace) {
        boolean own = grouped && waypoint.namespace().equals(namespace);
        return own ? OWN + waypoint.name() : name(waypoint);
    }

    private static String name(ObjectName waypoint) {
        return waypoint.equals(DIRECT) ? DIRECT.name() : waypoint.toString();
    }

    private void add(List<String> namespaces, boolean rest) {
        int group = groups.size();
        long direct =
                namespaces.stream().mapToLong(name -> usage(name).direct()).sum();
        groups.add(new Group(namespaces, direct));
        boolean alone = namespaces.size() == 1;
        for (String namespace : namespaces) {
            for (Map.Entry<Tie, SortedMap<String, Long>> tie :
                    usage(namespace).ties().entrySet()) {
                ObjectName name = tie.getKey().waypoint();
                String own = alone ? name(name) : relative(name, namespace);
                String key = rest && !name.equals(DIRECT) ? OTHERS : own;
                waypoints.computeIfAbsent(key, each -> new TreeSet<>()).add(name.toString());
                SortedMap<String, Long> counts = edges.computeIfAbsent(
                        new EdgeKey(group, key, tie.getKey().way(), tie.getKey().detail()), each -> new TreeMap<>());
                tie.getValue().forEach((kind, count) -> counts.merge(kind, count, Long::sum));
            }
        }
    }

    private Usage usage(String namespace) {
        return usages.getOrDefault(namespace, new Usage());
    }

    private Picture picture() {
        List<String> keys = new ArrayList<>(waypoints.keySet());
        List<Node> nodes = keys.stream().map(this::node).toList();
        List<Edge> drawn = new ArrayList<>();
        edges.forEach((key, counts) -> drawn.add(new Edge(
                key.group(),
                keys.indexOf(key.waypoint()),
                key.way(),
                Picture.words(counts) + (key.detail().isEmpty() ? "" : ", " + key.detail()))));
        return new Picture(groups, nodes, drawn);
    }

    private Node node(String key) {
        int copies = waypoints.getOrDefault(key, new TreeSet<>()).size();
        if (key.equals(OTHERS)) {
            return new Node(copies + " more waypoints", 1);
        }
        return new Node(key.startsWith(OWN) ? key.substring(OWN.length()) : key, copies);
    }
}
