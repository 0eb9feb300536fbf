package dev.waymark.report;

import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.routing.ClusterRouting;
import dev.waymark.routing.Reason;
import dev.waymark.routing.Route;
import dev.waymark.routing.Route.Decision;
import dev.waymark.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;

/** Who goes through which waypoint, for people and for programs. */
public final class RoutesReport {
    private RoutesReport() {}

    /** {@code {"routes": [...]}}. */
    public static String json(List<ClusterRouting> clusters) {
        return Json.print(json -> {
            json.writeStartObject();
            json.writeArrayPropertyStart("routes");
            clusters.forEach(each -> each.routing().routes().forEach(route -> write(json, route, each.cluster())));
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** One route, with the place of the label that decided. */
    static void write(JsonGenerator json, Route route, Optional<String> cluster) {
        json.writeStartObject();
        text(json, "cluster", cluster);
        json.writeName("target");
        write(json, route.target());
        json.writeStringProperty("traffic", route.traffic().word());
        text(json, "waypoint", route.waypoint().map(ObjectName::toString));
        json.writeStringProperty("reason", route.reason().word());
        json.writeName("label");
        route.label().map(Decision::object).ifPresentOrElse(object -> write(json, object), json::writeNull);
        json.writeName("canary");
        route.canary().ifPresentOrElse(canary -> write(json, canary), json::writeNull);
        json.writeBooleanProperty("ingress", route.ingress());
        json.writeName("source");
        route.label().flatMap(Decision::at).ifPresentOrElse(span -> write(json, span), json::writeNull);
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, ObjectRef object) {
        json.writeStartObject();
        json.writeStringProperty("kind", object.kind().kindName());
        json.writeStringProperty("namespace", object.namespace());
        json.writeStringProperty("name", object.name());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Route.Canary canary) {
        json.writeStartObject();
        json.writeStringProperty("waypoint", canary.waypoint().toString());
        canary.weight()
                .ifPresentOrElse(
                        weight -> json.writeNumberProperty("weight", weight), () -> json.writeNullProperty("weight"));
        json.writeStringProperty("reason", canary.reason().word());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Span span) {
        json.writeStartObject();
        json.writeStringProperty("file", span.file().name());
        json.writeNumberProperty("line", span.line());
        json.writeNumberProperty("column", span.column());
        json.writeEndObject();
    }

    private static void text(JsonGenerator json, String name, Optional<String> value) {
        value.ifPresentOrElse(text -> json.writeStringProperty(name, text), () -> json.writeNullProperty(name));
    }

    /** The routes of each cluster of a fleet under its name. */
    public static String text(List<ClusterRouting> clusters) {
        return clusters.stream()
                .map(each -> each.cluster()
                                .map(name -> "cluster " + Printable.of(name) + "\n\n")
                                .orElse("")
                        + ofMesh(each.routing().routes().toList()))
                .collect(Collectors.joining("\n"));
    }

    /** The routes of each namespace under its name, and how many there are of each sort. */
    private static String ofMesh(List<Route> routes) {
        SortedMap<String, List<Route>> byNamespace = routes.stream()
                .collect(Collectors.groupingBy(route -> route.target().namespace(), TreeMap::new, Collectors.toList()));
        StringBuilder text = new StringBuilder();
        byNamespace.forEach((namespace, all) -> {
            text.append(Printable.of(namespace)).append('\n');
            int width =
                    all.stream().mapToInt(route -> Cells.of(name(route))).max().orElse(0);
            all.forEach(route -> text.append(line(route, width)).append('\n'));
            text.append('\n');
        });
        return text.append(summary(routes)).append('\n').toString();
    }

    private static String line(Route route, int width) {
        String name = name(route);
        String at = route.label().flatMap(Decision::at).map(span -> "  " + span).orElse("");
        return "  " + name + " ".repeat(width - Cells.of(name)) + "  " + Printable.of(way(route) + at);
    }

    private static String name(Route route) {
        ObjectRef target = route.target();
        String what = target.namespace().equals(target.name())
                        && target.kind().kindName().equals("Namespace")
                ? "all " + route.traffic().word() + "s"
                : target.kind().kindName() + " " + target.name();
        return Printable.of(what);
    }

    private static String way(Route route) {
        String direct = route.reason() == Reason.UNKNOWN ? "unknown, perhaps" : "direct, ";
        String way = route.waypoint().map(name -> "through " + name).orElseGet(() -> direct + words(route));
        String canary = route.canary().map(RoutesReport::words).orElse("");
        return way + canary + (route.ingress() ? ", from ingress gateways too" : "");
    }

    private static String words(Route.Canary canary) {
        return canary.weight().isPresent()
                ? ", " + canary.weight().getAsInt() + "% through " + canary.waypoint()
                : ", not through the canary " + canary.waypoint() + ": "
                        + canary.reason().word();
    }

    private static String words(Route route) {
        Optional<ObjectName> wanted = route.label().flatMap(Decision::wanted);
        if (route.reason() == Reason.UNKNOWN) {
            return wanted.map(name -> " through " + name).orElse(" enrolled by its namespace");
        }
        return wanted.filter(name -> route.reason().isRefusal())
                .map(name -> route.reason().word() + ": " + name)
                .orElse(route.reason().word());
    }

    private static String summary(List<Route> routes) {
        long through =
                routes.stream().filter(route -> route.waypoint().isPresent()).count();
        long unknown = routes.stream()
                .filter(route -> route.reason() == Reason.UNKNOWN)
                .count();
        String reasons = routes.stream()
                .filter(route -> route.waypoint().isEmpty() && route.reason() != Reason.UNKNOWN)
                .collect(Collectors.groupingBy(Route::reason, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().word())
                .collect(Collectors.joining(", "));
        return Count.of(routes.size(), "target") + ": " + through + " through a waypoint, "
                + (routes.size() - through - unknown) + " direct" + (reasons.isEmpty() ? "" : " (" + reasons + ")")
                + (unknown == 0 ? "" : ", " + unknown + " unknown");
    }
}
