package dev.waymark.output;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An intent: a waypoint for the service {@code keeper} and for externals, all in a namespace that is named like the unit.
 * Externals are ours, so that their files come and go at once, while nothing of others' lingers.
 *
 * @param note a part of every host, so that another note changes all ServiceEntries and nothing else
 */
record Unit(String name, String note, List<String> externals) {
    static Unit of(String name, String note, String... externals) {
        return new Unit(name, note, List.of(externals));
    }

    String text() {
        String consumers = Stream.concat(
                        Stream.of("{service: keeper}"),
                        externals.stream().map(external -> "{external: " + external + "}"))
                .collect(Collectors.joining(", "));
        String list = externals.stream().map(this::external).collect(Collectors.joining());
        return """
                apiVersion: waymark.dev/v1alpha1
                kind: MeshIntent
                metadata: {name: %1$s}
                spec:
                  waypoints:
                  - {namespace: %1$s, consumers: [%2$s]}
                  externals:%3$s
                """.formatted(name, consumers, list.isEmpty() ? " []" : list);
    }

    private String external(String external) {
        return "\n  - {name: %1$s, namespace: %2$s, hosts: [%1$s.%3$s.%2$s.example.com], ports: [{number: 443, protocol: TLS}]}"
                .formatted(external, name, note);
    }

    /** Where the ServiceEntry of an external is written, relative to the output directory. */
    String entry(String external) {
        return name + "/enrollment/" + name + "/serviceentry_" + external + ".yaml";
    }

    String gateway() {
        return name + "/gateways/" + name + "/gateway_waypoint.yaml";
    }

    /** Where the Component of the one service is written. */
    String component() {
        return name + "/components/" + name + "/service_keeper/kustomization.yaml";
    }

    String lock() {
        return name + "/waymark.lock";
    }
}
