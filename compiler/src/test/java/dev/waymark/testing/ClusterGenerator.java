package dev.waymark.testing;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes the manifests of a mesh of any size: one namespace of five has a waypoint, of its own or a shared one; some
 * Services have labels that say otherwise. The same numbers give the same bytes.
 */
public final class ClusterGenerator {
    /** How many Services each namespace has. */
    public static final int SERVICES = 5;

    private static final int NAMESPACES_PER_FILE = 50;
    private static final String SHARED = "istio-waypoints";
    private static final String USE_WAYPOINT = "istio.io/use-waypoint";

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private int through;

    private ClusterGenerator(long seed) {
        this.random = new Random(seed);
    }

    /**
     * Writes {@code <folder>/N.yaml} for as many namespaces, fifty to a file.
     *
     * @return how many Services go through a waypoint
     */
    public static int write(Path folder, int namespaces, long seed) throws IOException {
        ClusterGenerator generator = new ClusterGenerator(seed);
        Files.createDirectories(folder);
        generator.shared();
        for (int number = 0; number < namespaces; number++) {
            generator.team("team-" + number);
            if ((number + 1) % NAMESPACES_PER_FILE == 0 || number + 1 == namespaces) {
                generator.flush(folder.resolve(number / NAMESPACES_PER_FILE + ".yaml"));
            }
        }
        return generator.through;
    }

    /** {@code ClusterGenerator FOLDER NAMESPACES [SEED]}. */
    public static void main(String[] arguments) throws IOException {
        int namespaces = Integer.parseInt(arguments[1]);
        int through = write(Path.of(arguments[0]), namespaces, arguments.length > 2 ? Long.parseLong(arguments[2]) : 1);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(namespaces * SERVICES + " services, " + through + " through a waypoint");
    }

    private void flush(Path file) throws IOException {
        Files.writeString(file, text);
        text.setLength(0);
    }

    private void shared() {
        namespace(SHARED, "");
        gateway(SHARED, "shared", "{from: Selector, selector: {matchLabels: {shared: \"yes\"}}}");
    }

    private void team(String name) {
        boolean enrolled = random.nextInt(5) == 0;
        if (!enrolled) {
            namespace(name, "");
        } else if (random.nextBoolean()) {
            namespace(name, label(USE_WAYPOINT, "waypoint"));
            gateway(name, "waypoint", "{from: Same}");
        } else {
            String labels = label(USE_WAYPOINT, "shared") + label("istio.io/use-waypoint-namespace", SHARED);
            namespace(name, labels + label("shared", "\"yes\""));
        }
        for (int number = 0; number < SERVICES; number++) {
            service(name, "app-" + number, enrolled);
        }
    }

    private void service(String namespace, String name, boolean enrolled) {
        int choice = random.nextInt(10);
        boolean optedOut = choice == 0;
        through += enrolled && !optedOut ? 1 : 0;
        String own = optedOut ? label(USE_WAYPOINT, "none") : "";
        String ingress = choice == 1 ? label("istio.io/ingress-use-waypoint", "\"true\"") : "";
        begin("v1", "Service", namespace, name, label("app", name) + label("tier", "backend") + own + ingress);
        text.append("spec:\n  selector:\n    app: ")
                .append(name)
                .append("\n  ports:\n  - name: http\n    port: 80\n    targetPort: 8080\n");
    }

    private void namespace(String name, String labels) {
        begin("v1", "Namespace", "", name, label("istio.io/dataplane-mode", "ambient") + labels);
    }

    private void gateway(String namespace, String name, String allowed) {
        String labels = label("istio.io/waypoint-for", "service");
        begin("gateway.networking.k8s.io/v1", "Gateway", namespace, name, labels);
        text.append("spec:\n  gatewayClassName: istio-waypoint\n  listeners:\n")
                .append("  - name: mesh\n    port: 15008\n    protocol: HBONE\n    allowedRoutes:\n      namespaces: ")
                .append(allowed)
                .append('\n');
    }

    private void begin(String apiVersion, String kind, String namespace, String name, String labels) {
        text.append("---\napiVersion: ").append(apiVersion).append("\nkind: ").append(kind);
        text.append("\nmetadata:\n  name: ").append(name).append('\n');
        text.append(namespace.isEmpty() ? "" : "  namespace: " + namespace + "\n");
        text.append("  labels:\n").append(labels);
    }

    private static String label(String key, String value) {
        return "    " + key + ": " + value + "\n";
    }
}
