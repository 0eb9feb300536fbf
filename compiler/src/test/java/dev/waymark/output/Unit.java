package dev.waymark.output;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An intent: waypoints, each for the service of its name, in a namespace that is named like the unit.
 *
 * @param note an annotation of every Gateway, so that another note changes all of them and nothing else
 */
record Unit(String name, String note, List<String> waypoints) {
    static Unit of(String name, String note, String... waypoints) {
        return new Unit(name, note, List.of(waypoints));
    }

    String text() {
        String list = waypoints.stream().map(this::waypoint).collect(Collectors.joining());
        return """
                apiVersion: waymark.dev/v1alpha1
                kind: MeshIntent
                metadata: {name: %s}
                spec:
                  waypoints:%s
                """.formatted(name, list.isEmpty() ? " []" : list);
    }

    private String waypoint(String waypoint) {
        return ("\n  - {name: %s, namespace: %s, annotations: {example.com/note: \"%s\"},"
                        + " consumers: [{service: %s}]}")
                .formatted(waypoint, name, note, waypoint);
    }

    /** Where the Gateway of a waypoint is written, relative to the output directory. */
    String gateway(String waypoint) {
        return name + "/gateways/" + name + "/gateway_" + waypoint + ".yaml";
    }

    /** Where the Component of a waypoint's service is written. */
    String component(String waypoint) {
        return name + "/components/" + name + "/service_" + waypoint + "/kustomization.yaml";
    }

    String lock() {
        return name + "/waymark.lock";
    }
}
