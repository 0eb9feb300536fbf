package dev.waymark.lower;

import dev.waymark.kube.AllowedRoutes;
import dev.waymark.kube.LabelSelector;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.lock.Lingering;
import dev.waymark.lock.Lock;
import dev.waymark.lock.Past;
import dev.waymark.lock.PastUnit;
import dev.waymark.testing.Tree;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hands a snapshot to the next render, as the reader of directories does with what lies there. */
record SnapshotPast(Snapshot snapshot, String unit) {
    private static final Pattern COMPONENT = Pattern.compile("(components/[^/]+/[a-z]+_[^/]+)/kustomization\\.yaml");

    static Past of(Snapshot snapshot) {
        SortedMap<String, PastUnit> units = new TreeMap<>();
        snapshot.lingering()
                .forEach((unit, lingering) -> units.put(unit, new SnapshotPast(snapshot, unit).read(lingering)));
        return new Past(units);
    }

    private PastUnit read(SortedSet<Lingering> lingering) {
        SortedMap<ObjectName, AllowedRoutes> gateways = new TreeMap<>();
        snapshot.gateways().forEach((waypoint, path) -> {
            if (path.startsWith(unit + "/")) {
                String[] name = waypoint.split("/", -1);
                gateways.put(new ObjectName(name[0], name[1]), admitted(path));
            }
        });
        SortedSet<String> namespaces = new TreeSet<>();
        SortedSet<ObjectRef> partials = new TreeSet<>();
        snapshot.applied().stream()
                .filter(each -> each.path().startsWith(unit + "/"))
                .forEach(each -> {
                    if (each.isPartial()) {
                        partials.add(each.object());
                    } else if (!each.isOurs()) {
                        namespaces.add(each.object().name());
                    }
                });
        Lock lock = new Lock(files(), lingering);
        return new PastUnit(lock, new TreeSet<>(gateways.keySet()), gateways, namespaces, partials, components());
    }

    private SortedMap<String, String> files() {
        SortedMap<String, String> files = new TreeMap<>();
        snapshot.documents().keySet().stream()
                .filter(path -> path.startsWith(unit + "/"))
                .forEach(path -> files.put(path.substring(unit.length() + 1), "sha256:" + "0".repeat(64)));
        return files;
    }

    private SortedSet<String> components() {
        SortedSet<String> components = new TreeSet<>();
        for (String path : snapshot.documents().keySet()) {
            Matcher matcher = COMPONENT.matcher(path.substring(path.indexOf('/') + 1));
            if (path.startsWith(unit + "/") && matcher.matches()) {
                components.add(matcher.group(1));
            }
        }
        return components;
    }

    private AllowedRoutes admitted(String path) {
        Tree gateway = snapshot.documents().getOrDefault(path, new Tree(Map.of()));
        Tree routes = gateway.at("spec").trees("listeners").get(0).at("allowedRoutes", "namespaces");
        return switch (routes.text("from")) {
            case "Same" -> AllowedRoutes.SAME;
            case "All" -> AllowedRoutes.ALL;
            default -> AllowedRoutes.selected(selector(routes.at("selector")));
        };
    }

    private static LabelSelector selector(Tree selector) {
        SortedMap<String, String> labels = new TreeMap<>();
        selector.at("matchLabels").map().forEach((key, value) -> labels.put(key, value.toString()));
        return new LabelSelector(
                labels,
                selector.trees("matchExpressions").stream()
                        .map(each -> new LabelSelector.Requirement(
                                each.text("key"), each.text("operator"), each.texts("values")))
                        .toList());
    }
}
