package dev.waymark;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.ClusterIntent;
import dev.waymark.intent.DeliveryIntent;
import dev.waymark.intent.FleetIntent;
import dev.waymark.intent.Text;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** WM4007 in a fleet: each cluster has a folder of its name. */
final class FleetNames {
    /** Where ApplicationSets go. */
    static final String SETS = "argocd";

    private FleetNames() {}

    /**
     * Applications of all clusters lie in one namespace of Argo CD: {@code a-b} with {@code c} is named as {@code a}
     * with {@code b-c}.
     *
     * @param units those of the intents
     */
    static void checkApplications(FleetIntent fleet, Collection<String> units, DiagnosticLog log) {
        Map<String, Text> first = new HashMap<>();
        for (ClusterIntent cluster : fleet.clusters()) {
            for (String unit : units) {
                String name = cluster.name() + "-" + unit;
                @Nullable Text other = first.putIfAbsent(name, cluster.name());
                if (other != null && !other.value().equals(cluster.name().value())) {
                    log.add(Diagnostic.of(Code.NAME_COLLISION, "argocd/application_" + name)
                            .at(cluster.name().span())
                            .and(other.span(), "with another unit it gives the same name")
                            .help("rename one of the clusters or of the units"));
                }
            }
        }
    }

    /**
     * WM1012: ApplicationSets make Applications in their own namespace.
     *
     * @param namespaces of the Applications of all clusters
     */
    static void checkSets(FleetIntent fleet, Stream<String> namespaces, DiagnosticLog log) {
        long different = namespaces.distinct().count();
        if (fleet.applicationSets() && different != 1) {
            log.add(Diagnostic.of(
                            Code.CONFLICTING_SETTINGS,
                            different == 0
                                    ? "`applicationSets` is for Argo CD, and it delivers no cluster"
                                    : "the Applications of an ApplicationSet lie in its namespace, and here they lie in "
                                            + different,
                            "no ApplicationSet is written, and nothing delivers the clusters",
                            "state one `delivery.namespace` with the engine argo, or leave `applicationSets` out")
                    .at(fleet.name().span()));
        }
    }

    /** Whether Argo CD delivers a cluster, as the fleet says. */
    static boolean deliversByArgo(ClusterIntent cluster) {
        return cluster.delivery()
                .flatMap(DeliveryIntent::engine)
                .filter(engine -> engine.value().equals("argo"))
                .isPresent();
    }

    static void check(FleetIntent fleet, DiagnosticLog log) {
        Map<String, Text> first = new HashMap<>();
        if (fleet.applicationSets()) {
            first.put(SETS, fleet.name());
        }
        for (int index = 0; index < fleet.clusters().size(); index++) {
            Text name = fleet.clusters().get(index).name();
            @Nullable Text other = first.putIfAbsent(name.value(), name);
            if (other != null) {
                log.add(Diagnostic.of(Code.NAME_COLLISION, name)
                        .at(name.span())
                        .and(
                                other.span(),
                                other.equals(fleet.name()) ? "its ApplicationSets go there" : "the first one")
                        .help("give each cluster a name of its own"));
            }
        }
    }
}
