package dev.waymark.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a fleet of any size, whose namespaces have two waypoints each; clusters share overlays as real ones do. */
public final class FleetGenerator {
    private static final int OVERLAYS = 3;
    private static final int NAMESPACES_PER_UNIT = 10;

    private FleetGenerator() {}

    /** Writes {@code <folder>/fleet.yaml} with clusters {@code cluster-0} and so on, {@code mesh} and {@code overlays}. */
    public static void write(Path folder, int namespaces, int clusters) throws IOException {
        Path mesh = Files.createDirectories(folder.resolve("mesh"));
        for (int first = 0; first < namespaces; first += NAMESPACES_PER_UNIT) {
            int unit = first / NAMESPACES_PER_UNIT;
            int end = Math.min(namespaces, first + NAMESPACES_PER_UNIT);
            Files.writeString(mesh.resolve("unit-" + unit + ".yaml"), intent(unit, first, end));
        }
        Path overlays = Files.createDirectories(folder.resolve("overlays"));
        for (int number = 0; number < OVERLAYS; number++) {
            Files.writeString(overlays.resolve("kind-" + number + ".yaml"), overlay(number));
        }
        StringBuilder fleet = new StringBuilder("""
                apiVersion: waymark.dev/v1alpha1
                kind: MeshFleet
                metadata: {name: fleet}
                spec:
                  intents: [mesh/*.yaml]
                  clusters:
                """);
        for (int number = 0; number < clusters; number++) {
            fleet.append(cluster(number));
        }
        Files.writeString(folder.resolve("fleet.yaml"), fleet);
    }

    /** The name of a cluster, from 0. */
    public static String name(int number) {
        return "cluster-" + number;
    }

    private static String intent(int unit, int first, int end) {
        StringBuilder waypoints = new StringBuilder();
        StringBuilder externals = new StringBuilder();
        for (int number = first; number < end; number++) {
            waypoints.append("""
                      - namespace: team-%1$d
                        consumers: [{namespace: team-%1$d}]
                      - name: egress
                        namespace: team-%1$d
                        consumers: [{external: api}]
                    """.formatted(number).indent(2));
            externals.append("""
                      - {name: api, namespace: team-%1$d, hosts: [api%1$d.example.com], ports: [{number: 443, protocol: TLS}]}
                    """.formatted(number).indent(2));
        }
        return "apiVersion: waymark.dev/v1alpha1\nkind: MeshIntent\nmetadata: {name: unit-" + unit
                + "}\nspec:\n  waypoints:\n" + waypoints + "  externals:\n" + externals;
    }

    private static String cluster(int number) {
        String engine = number % 2 == 0
                ? "{engine: argo, repoURL: \"https://git.example.com/mesh.git\", destination: {name: " + name(number)
                        + "}}"
                : "{engine: flux, sourceRef: {name: mesh}}";
        return "  - name: " + name(number) + "\n    overlays: [overlays/kind-" + number % OVERLAYS + ".yaml]\n"
                + "    delivery: " + engine + "\n";
    }

    private static String overlay(int number) {
        return """
                apiVersion: waymark.dev/v1alpha1
                kind: MeshOverlay
                metadata: {name: unit-0}
                spec:
                  mesh: {revision: stable-%d}
                  waypoints:
                  - {name: egress, namespace: team-%d, replicas: %d}
                  - {name: added, namespace: team-0, add: true, consumers: [{service: added}]}
                """.formatted(number, number, number + 1);
    }
}
