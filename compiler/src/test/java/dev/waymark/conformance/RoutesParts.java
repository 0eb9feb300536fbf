package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.inventory.Inventory;
import dev.waymark.inventory.InventoryBuilder;
import dev.waymark.kube.IstioVersion;
import dev.waymark.report.RoutesReport;
import dev.waymark.routing.ClusterRouting;
import dev.waymark.routing.Route;
import dev.waymark.routing.Routing;
import dev.waymark.source.FileTree;
import dev.waymark.source.InputException;
import dev.waymark.yaml.ManifestObject;
import dev.waymark.yaml.ManifestReader;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the parts of {@code routes --format json} cost: processor time of this thread, the best of all runs. */
final class RoutesParts {
    /** The parts, in their order. */
    enum Part {
        READING("read + YAML"),
        INVENTORY("inventory"),
        ROUTING("routing"),
        JSON("JSON");

        private final String words;

        Part(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /** Looking at the clock costs more than an object. */
    private static final int OBJECTS_BETWEEN_LOOKS = 1000;

    private final Map<Part, Long> best = new EnumMap<>(Part.class);
    private final List<ManifestObject> waiting = new ArrayList<>();

    double millis(Part part) {
        return best.getOrDefault(part, 0L) / 1e6;
    }

    double millis() {
        return best.keySet().stream().mapToDouble(this::millis).sum();
    }

    double percent(Part part) {
        return 100 * millis(part) / millis();
    }

    /** Runs all parts once. */
    void run(Path manifests, int routes) throws InputException {
        Map<Part, Long> spent = new EnumMap<>(Part.class);
        DiagnosticLog log = new DiagnosticLog();
        Inventory inventory = inventory(manifests, new InventoryBuilder("default", log), spent);
        assertThat(log.sorted()).isEmpty();
        long start = now();
        Routing routing = new Routing(inventory.view(IstioVersion.NEWEST));
        List<Route> found = routing.routes().toList();
        long routed = now();
        String json = RoutesReport.json(List.of(new ClusterRouting(Optional.empty(), routing)));
        spent.put(Part.ROUTING, routed - start);
        // The report has the routes found once more.
        spent.put(Part.JSON, Math.max(0, now() - routed - (routed - start)));
        assertThat(found).hasSize(routes);
        assertThat(json).endsWith("}\n");
        spent.forEach((part, nanos) -> best.merge(part, nanos, Math::min));
    }

    private Inventory inventory(Path manifests, InventoryBuilder builder, Map<Part, Long> spent) throws InputException {
        long start = now();
        ManifestReader.read(FileTree.work(), List.of(manifests.toString()), InputStream.nullInputStream(), object -> {
            waiting.add(object);
            if (waiting.size() == OBJECTS_BETWEEN_LOOKS) {
                hand(builder, spent);
            }
        });
        hand(builder, spent);
        long read = now();
        Inventory inventory = builder.build(true);
        spent.put(Part.READING, read - start - spent.getOrDefault(Part.INVENTORY, 0L));
        spent.merge(Part.INVENTORY, now() - read, Long::sum);
        return inventory;
    }

    private void hand(InventoryBuilder builder, Map<Part, Long> spent) {
        long start = now();
        waiting.forEach(builder::add);
        waiting.clear();
        spent.merge(Part.INVENTORY, now() - start, Long::sum);
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
