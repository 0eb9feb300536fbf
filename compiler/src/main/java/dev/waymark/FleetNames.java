package dev.waymark;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.ClusterIntent;
import dev.waymark.intent.FleetIntent;
import dev.waymark.intent.Text;
import dev.waymark.kube.ObjectName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** WM4007 in a fleet: each cluster has a folder of its name. */
final class FleetNames {
    /** Where ApplicationSets go. */
    static final String SETS = "argocd";

    private FleetNames() {}

    /**
     * Reports what the delivery of all clusters together cannot be. Applications of one namespace have names of their
     * own: {@code a-b} with {@code c} is named as {@code a} with {@code b-c}.
     */
    static void checkDelivery(FleetIntent fleet, List<Compilation> meshes, DiagnosticLog log) {
        Map<String, Text> clusters = new HashMap<>();
        fleet.clusters().forEach(cluster -> clusters.put(cluster.name().value(), cluster.name()));
        Map<ObjectName, Text> first = new HashMap<>();
        SortedSet<String> namespaces = new TreeSet<>();
        for (Compilation mesh : meshes) {
            Optional<Text> cluster = mesh.input().cluster().map(clusters::get);
            for (ObjectName name : mesh.namesInArgo()) {
                namespaces.add(name.namespace());
                cluster.ifPresent(found -> name(name, found, first, log));
            }
        }
        if (fleet.applicationSets() && meshes.size() == fleet.clusters().size() && namespaces.size() != 1) {
            log.add(sets(fleet, namespaces.size()));
        }
    }

    private static void name(ObjectName name, Text cluster, Map<ObjectName, Text> first, DiagnosticLog log) {
        @Nullable Text other = first.putIfAbsent(name, cluster);
        if (other != null) {
            log.add(Diagnostic.of(Code.NAME_COLLISION, "name in Argo CD, " + name.name())
                    .at(cluster.span())
                    .and(other.span(), "with another unit it gives the same name")
                    .help("rename one of the clusters or of the units"));
        }
    }

    private static Diagnostic sets(FleetIntent fleet, int namespaces) {
        return Diagnostic.of(
                        Code.CONFLICTING_SETTINGS,
                        namespaces == 0
                                ? "`applicationSets` is for Argo CD, and it delivers no cluster"
                                : "the Applications of an ApplicationSet lie in its namespace, and here they lie in "
                                        + namespaces,
                        "nothing would deliver the clusters",
                        "state one `delivery.namespace` with the engine argo, or leave `applicationSets` out")
                .at(fleet.name().span());
    }

    /** Reports clusters whose folders are one. */
    static void check(FleetIntent fleet, DiagnosticLog log) {
        Map<String, Text> first = new HashMap<>();
        if (fleet.applicationSets()) {
            first.put(SETS, fleet.name());
        }
        for (ClusterIntent cluster : fleet.clusters()) {
            Text name = cluster.name();
            @Nullable Text other = first.putIfAbsent(name.value(), name);
            if (other != null) {
                log.add(Diagnostic.of(Code.NAME_COLLISION, "path, " + name)
                        .at(name.span())
                        .and(
                                other.span(),
                                other.equals(fleet.name()) ? "its ApplicationSets go there" : "the first one")
                        .help("give each cluster a name of its own"));
            }
        }
    }
}
