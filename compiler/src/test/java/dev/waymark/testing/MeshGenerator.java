package dev.waymark.testing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes intents of any size whose shapes vary as real ones do: waypoints of a namespace, of single services and of
 * workloads, shared ones in another namespace, and externals. The same numbers give the same bytes.
 */
public final class MeshGenerator {
    private static final int SERVICES = 5;
    private static final int NAMESPACES_PER_FILE = 50;

    private final Random random;

    private MeshGenerator(long seed) {
        this.random = new Random(seed);
    }

    /** Writes {@code <folder>/unit-N.yaml} for as many namespaces, fifty to a file. */
    public static void write(Path folder, int namespaces, long seed) throws IOException {
        MeshGenerator generator = new MeshGenerator(seed);
        Files.createDirectories(folder);
        for (int first = 0; first < namespaces; first += NAMESPACES_PER_FILE) {
            int end = Math.min(namespaces, first + NAMESPACES_PER_FILE);
            Path file = folder.resolve("unit-" + first / NAMESPACES_PER_FILE + ".yaml");
            Files.writeString(file, generator.document(first, end));
        }
    }

    /** {@code MeshGenerator FOLDER NAMESPACES [SEED]}. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int namespaces = Integer.parseInt(arguments[1]);
        write(folder, namespaces, arguments.length > 2 ? Long.parseLong(arguments[2]) : 1);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(namespaces + " namespaces in " + folder);
    }

    private String document(int first, int end) {
        StringBuilder namespaces = new StringBuilder();
        StringBuilder waypoints = new StringBuilder();
        StringBuilder externals = new StringBuilder();
        for (int number = first; number < end; number++) {
            String namespace = "team-" + number;
            namespaces.append("  - {name: ").append(namespace).append(", dataplaneMode: ambient}\n");
            switch (random.nextInt(4)) {
                case 0 -> wholeNamespace(waypoints, namespace);
                case 1 -> singleServices(waypoints, namespace);
                case 2 -> workloads(waypoints, namespace);
                default -> shared(waypoints, namespace);
            }
            external(waypoints, externals, namespace);
        }
        return "apiVersion: waymark.dev/v1alpha1\nkind: MeshIntent\nmetadata:\n  name: unit-"
                + first / NAMESPACES_PER_FILE + "\nspec:\n  namespaces:\n" + namespaces + "  waypoints:\n" + waypoints
                + "  externals:\n" + externals;
    }

    private static void wholeNamespace(StringBuilder waypoints, String namespace) {
        waypoint(waypoints, "waypoint", namespace)
                .append("    - namespace: ")
                .append(namespace)
                .append('\n');
        services(waypoints, "own", namespace, "");
    }

    private static void singleServices(StringBuilder waypoints, String namespace) {
        services(waypoints, "services", namespace, "");
    }

    private static void workloads(StringBuilder waypoints, String namespace) {
        waypoint(waypoints, "pods", namespace);
        String[] kinds = {"Deployment", "StatefulSet", "DaemonSet", "CronJob", "Rollout"};
        for (int number = 0; number < SERVICES; number++) {
            waypoints
                    .append("    - workload: ")
                    .append(kinds[number])
                    .append("/app-")
                    .append(number)
                    .append('\n');
        }
    }

    private static void shared(StringBuilder waypoints, String namespace) {
        services(waypoints, namespace, "istio-waypoints", namespace + "/");
    }

    private static void services(StringBuilder waypoints, String name, String namespace, String prefix) {
        waypoint(waypoints, name, namespace);
        for (int number = 0; number < SERVICES; number++) {
            waypoints
                    .append("    - service: ")
                    .append(prefix)
                    .append("app-")
                    .append(number)
                    .append('\n');
        }
    }

    private static StringBuilder waypoint(StringBuilder waypoints, String name, String namespace) {
        return waypoints
                .append("  - name: ")
                .append(name)
                .append("\n    namespace: ")
                .append(namespace)
                .append("\n    consumers:\n");
    }

    private static void external(StringBuilder waypoints, StringBuilder externals, String namespace) {
        waypoint(waypoints, "egress", namespace).append("    - external: api\n");
        externals
                .append("  - name: api\n    namespace: ")
                .append(namespace)
                .append("\n    hosts: [api.")
                .append(namespace)
                .append(".example.com]\n")
                .append("    ports: [{number: 443, protocol: TLS}, {number: 80, protocol: HTTP, targetPort: 8080}]\n");
    }
}
