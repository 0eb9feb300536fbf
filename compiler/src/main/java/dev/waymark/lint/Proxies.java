package dev.waymark.lint;

import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.ObjectName;
import dev.waymark.policy.Policy;
import dev.waymark.routing.GatewayView;
import dev.waymark.routing.Labels;
import dev.waymark.routing.MeshView;
import dev.waymark.routing.NamespaceView;
import dev.waymark.routing.WorkloadView;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which workloads have a proxy of their own, and which have ztunnel. */
record Proxies(MeshView view) {
    private static final String AMBIENT = "ambient";

    /** Whether a policy selects workloads that are known, all of which are so. */
    boolean all(Policy policy, Predicate<WorkloadView> are) {
        String root = view.config().rootNamespace();
        List<WorkloadView> selected = view.targets().values().stream()
                .filter(WorkloadView.class::isInstance)
                .map(WorkloadView.class::cast)
                .filter(workload -> policy.selects(workload, root))
                .toList();
        return !selected.isEmpty() && selected.stream().allMatch(are);
    }

    /** A sidecar, or the proxy of a Gateway that is no waypoint: they carry out what selects them. */
    boolean hasOwn(WorkloadView workload) {
        Optional<String> stated = workload.labels()
                .get(IstioLabels.INJECT)
                .or(() -> workload.annotations().get(IstioLabels.INJECT));
        boolean asked =
                stated.map("true"::equals).orElse(isInjected(workload.ref().namespace()));
        return asked || isIngress(workload);
    }

    private boolean isIngress(WorkloadView workload) {
        return workload.labels()
                .get(IstioLabels.GATEWAY_NAME)
                .flatMap(name -> view.gateway(new ObjectName(workload.ref().namespace(), name)))
                .filter(gateway -> !gateway.isWaypoint())
                .isPresent();
    }

    boolean isInjected(String namespace) {
        Labels labels = labels(namespace);
        boolean injected =
                labels.get(IstioLabels.INJECTION).filter("enabled"::equals).isPresent()
                        || labels.has(IstioLabels.REVISION);
        return injected && !isAmbient(labels);
    }

    /** Whether some namespace has sidecars. */
    boolean anyInjected() {
        return view.namespaces().keySet().stream().anyMatch(this::isInjected);
    }

    /** Whether ztunnel is all that stands before it. */
    boolean isAmbient(WorkloadView workload) {
        boolean asked = workload.labels().has(IstioLabels.DATAPLANE_MODE)
                ? isAmbient(workload.labels())
                : isAmbient(labels(workload.ref().namespace()));
        return asked && !hasOwn(workload) && !isWaypoint(workload);
    }

    private boolean isWaypoint(WorkloadView workload) {
        return workload.labels()
                .get(IstioLabels.GATEWAY_NAME)
                .flatMap(name -> view.gateway(new ObjectName(workload.ref().namespace(), name)))
                .filter(GatewayView::isWaypoint)
                .isPresent();
    }

    private static boolean isAmbient(Labels labels) {
        return labels.get(IstioLabels.DATAPLANE_MODE).filter(AMBIENT::equals).isPresent();
    }

    private Labels labels(String namespace) {
        return Optional.ofNullable(view.namespaces().get(namespace))
                .map(NamespaceView::labels)
                .orElse(Labels.NONE);
    }
}
