package dev.waymark.mesh;

import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.MeshIntent;
import dev.waymark.kube.Application;
import dev.waymark.kube.FluxKustomization;
import dev.waymark.kube.Guards;
import java.util.List;
import java.util.Optional;

/** How the output reaches the cluster. */
public sealed interface Delivery {
    /** Nobody said: no delivery objects are rendered, and the guards of every engine are. */
    record Unstated() implements Delivery {
        @Override
        public Guards guards() {
            return Guards.ALL;
        }
    }

    /**
     * By Argo CD.
     *
     * @param folder where the output lies in the repository; empty at its top
     * @param namespace of the Applications
     */
    record Argo(
            String folder,
            String namespace,
            String project,
            String repoUrl,
            String revision,
            Application.Destination destination,
            Optional<Application.Automated> automated,
            boolean bySets)
            implements Delivery {
        Argo collected() {
            return new Argo(folder, namespace, project, repoUrl, revision, destination, automated, true);
        }

        @Override
        public Guards guards() {
            return Guards.ARGO;
        }
    }

    /**
     * By Flux.
     *
     * @param folder where the output lies in the source; empty at its top
     * @param namespace of the Kustomizations
     */
    record Flux(String folder, String namespace, FluxKustomization.SourceRef source, FluxKustomization.Timing timing)
            implements Delivery {
        @Override
        public Guards guards() {
            return Guards.FLUX;
        }
    }

    /** What documents say of it; to be asked where they agree, as a mesh that was resolved does. */
    static Delivery of(List<MeshIntent> intents) {
        return new DeliverySettings(new Stated(intents, new DiagnosticLog())).resolve();
    }

    /** Whether ApplicationSets of the fleet take the place of the Applications. */
    default boolean bySets() {
        return false;
    }

    /** What objects carry that this engine must not delete or take over. */
    Guards guards();

    /** What the objects that deliver a unit are named after: {@code [CLUSTER-]UNIT}. */
    static String stem(Optional<String> cluster, String unit) {
        return cluster.map(name -> name + "-").orElse("") + unit;
    }

    /** The name of the object that delivers a layer of a unit: {@code [CLUSTER-]UNIT-LAYER}. */
    static String name(Optional<String> cluster, String unit, String layer) {
        return stem(cluster, unit) + "-" + layer;
    }
}
