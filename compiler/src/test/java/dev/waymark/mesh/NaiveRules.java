package dev.waymark.mesh;

import dev.waymark.mesh.Model.Admits;
import dev.waymark.mesh.Model.Consumer;
import dev.waymark.mesh.Model.Form;
import dev.waymark.mesh.Model.Namespace;
import dev.waymark.mesh.Model.Target;
import dev.waymark.mesh.Model.Unit;
import dev.waymark.mesh.Model.Waypoint;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is derived, written down once more from the description of the language, straight from the model and without
 * any thought of speed. Each object and each Gateway is a line.
 */
record NaiveRules(Model model) {
    private static final String NAME = "kubernetes.io/metadata.name";

    /** {@code unit kind namespace/name labels} */
    SortedSet<String> objects() {
        SortedSet<String> lines = new TreeSet<>();
        for (Unit unit : model.units()) {
            for (Waypoint waypoint : unit.waypoints()) {
                for (Consumer consumer : waypoint.consumers()) {
                    lines.add(object(owner(consumer.target(), unit), consumer.target()));
                }
            }
            unit.externals().forEach(external -> lines.add(object(unit.name(), external)));
            for (Namespace namespace : unit.namespaces()) {
                Target target = new Target("Namespace", namespace.name(), namespace.name());
                if (!labels(target).isEmpty()) {
                    lines.add(object(unit.name(), target));
                }
            }
        }
        return lines;
    }

    private String object(String unit, Target target) {
        return unit + " " + target.kind() + " " + target.namespace() + "/" + target.name() + " " + labels(target);
    }

    /** A ServiceEntry is rendered where it is declared, a Namespace where it is named, the rest where it is enrolled. */
    private String owner(Target target, Unit enrolling) {
        for (Unit unit : model.units()) {
            boolean named =
                    unit.namespaces().stream().anyMatch(each -> each.name().equals(target.name()));
            boolean owns =
                    target.kind().equals("Namespace") ? named : unit.externals().contains(target);
            if (owns) {
                return unit.name();
            }
        }
        return enrolling.name();
    }

    private SortedMap<String, String> labels(Target target) {
        SortedMap<String, String> labels = new TreeMap<>();
        for (Unit unit : model.units()) {
            for (Waypoint waypoint : unit.waypoints()) {
                boolean uses = waypoint.consumers().stream()
                        .anyMatch(each -> each.target().equals(target));
                if (uses) {
                    labels.put("istio.io/use-waypoint", waypoint.name());
                }
                if (uses && !waypoint.namespace().equals(target.namespace())) {
                    labels.put("istio.io/use-waypoint-namespace", waypoint.namespace());
                }
            }
            for (Namespace namespace : unit.namespaces()) {
                if (target.kind().equals("Namespace") && namespace.name().equals(target.name())) {
                    namespace.mode().ifPresent(mode -> labels.put("istio.io/dataplane-mode", mode));
                }
            }
        }
        return labels;
    }

    /** {@code unit namespace/name traffic revision admission} */
    SortedSet<String> gateways() {
        SortedSet<String> lines = new TreeSet<>();
        for (Unit unit : model.units()) {
            for (Waypoint waypoint : unit.waypoints()) {
                String revision = waypoint.revision().or(model::revision).orElse("none");
                lines.add(unit.name() + " " + waypoint.namespace() + "/" + waypoint.name() + " " + traffic(waypoint)
                        + " " + revision + " " + admission(waypoint));
            }
        }
        return lines;
    }

    private static String traffic(Waypoint waypoint) {
        boolean workload =
                waypoint.consumers().stream().anyMatch(each -> each.target().isWorkload());
        return waypoint.traffic().orElse(workload ? "workload" : "service");
    }

    private static String admission(Waypoint waypoint) {
        Admits admits = waypoint.admits();
        if (admits.form() == Form.ALL) {
            return "All";
        }
        if (admits.form() == Form.SELECTOR) {
            SortedSet<String> expressions = new TreeSet<>();
            admits.expressions()
                    .forEach(each ->
                            expressions.add(each.key() + " " + each.operator() + " " + new TreeSet<>(each.values())));
            return "Selector " + admits.labels() + " " + expressions;
        }
        SortedSet<String> namespaces = new TreeSet<>(admits.namespaces());
        waypoint.consumers()
                .forEach(consumer -> namespaces.add(consumer.target().namespace()));
        if (namespaces.isEmpty() || namespaces.equals(new TreeSet<>(List.of(waypoint.namespace())))) {
            return "Same";
        }
        return namespaces.size() == 1
                ? "Selector {" + NAME + "=" + namespaces.first() + "} []"
                : "Selector {} [" + NAME + " In " + namespaces + "]";
    }
}
