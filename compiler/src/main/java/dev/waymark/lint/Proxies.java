package dev.waymark.lint;

import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.ObjectName;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.Labels;
import dev.waymark.routing.MeshView;
import dev.waymark.routing.NamespaceView;
import dev.waymark.routing.WorkloadView;
import java.util.Optional;

/** Which workloads have a proxy of their own, and which have ztunnel. */
record Proxies(MeshView view) {
    /** A sidecar, or the proxy of a Gateway that is no waypoint: they carry out what selects them. */
    boolean hasOwn(WorkloadView workload) {
        boolean asked = Sidecars.inject(workload)
                .map("true"::equals)
                .orElse(isInjected(workload.ref().namespace()));
        return asked || isIngress(workload);
    }

    private boolean isIngress(WorkloadView workload) {
        return gateway(workload).filter(gateway -> !gateway.isWaypoint()).isPresent();
    }

    private boolean isInjected(String namespace) {
        return Optional.ofNullable(view.namespaces().get(namespace))
                .filter(Sidecars::asks)
                .isPresent();
    }

    /** Whether some namespace has sidecars. */
    boolean anyInjected() {
        return view.namespaces().values().stream().anyMatch(Sidecars::asks);
    }

    /** Whether ztunnel is all that stands before it. */
    boolean isAmbient(WorkloadView workload) {
        boolean asked = workload.labels().has(IstioLabels.DATAPLANE_MODE)
                ? Ambient.asks(workload.labels())
                : Ambient.asks(labels(workload.ref().namespace()));
        return asked && !hasOwn(workload) && !isWaypoint(workload);
    }

    private boolean isWaypoint(WorkloadView workload) {
        return gateway(workload).filter(GatewayView::isWaypoint).isPresent();
    }

    /** The Gateway that it runs for. */
    private Optional<GatewayView> gateway(WorkloadView workload) {
        return workload.labels()
                .get(IstioLabels.GATEWAY_NAME)
                .flatMap(name -> view.gateway(new ObjectName(workload.ref().namespace(), name)));
    }

    private Labels labels(String namespace) {
        return Optional.ofNullable(view.namespaces().get(namespace))
                .map(NamespaceView::labels)
                .orElse(Labels.NONE);
    }
}
