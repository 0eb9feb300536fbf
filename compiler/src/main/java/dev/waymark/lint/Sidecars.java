package dev.waymark.lint;

import dev.waymark.kube.IstioLabels;
import dev.waymark.routing.Coverage;
import dev.waymark.routing.Labels;
import dev.waymark.routing.NamespaceView;
import dev.waymark.routing.WorkloadView;
import dev.waymark.source.Span;
import java.util.List;
import java.util.Optional;

/** Which clients have sidecars (istio {@code mutatingwebhook.yaml}, {@code inject.go:injectRequired}). */
final class Sidecars {
    private Sidecars() {}

    /** Whether the labels of a Namespace ask for sidecars. */
    static boolean asks(NamespaceView namespace) {
        return asksByName(namespace) || (isRevisioned(namespace) && !Ambient.asks(namespace.labels()));
    }

    /** Beside the label for the ambient mesh, a revision is that of waypoints. */
    private static boolean isRevisioned(NamespaceView namespace) {
        return namespace.labels().has(IstioLabels.REVISION)
                && !namespace.labels().has(IstioLabels.INJECTION);
    }

    static boolean asksByName(NamespaceView namespace) {
        return namespace
                .labels()
                .get(IstioLabels.INJECTION)
                .filter("enabled"::equals)
                .isPresent();
    }

    /** Where a Namespace or a workload in it asks for sidecars, if there are clients that get them. */
    static Optional<Span> clients(Subject subject, NamespaceView namespace) {
        List<WorkloadView> workloads = subject.workloads(namespace.name()).toList();
        if (asks(namespace)) {
            boolean some = workloads.isEmpty()
                    ? subject.view().coverage() != Coverage.COMPLETE
                    : workloads.stream().anyMatch(workload -> !isLeftOut(workload));
            return some ? place(namespace) : Optional.empty();
        }
        return workloads.stream()
                .filter(workload -> asks(workload) && !isGateway(workload))
                .findFirst()
                .flatMap(workload -> workload.labels().place(IstioLabels.INJECT).or(workload::span));
    }

    /** The label by which a Namespace asks for sidecars. */
    static Optional<Span> place(NamespaceView namespace) {
        Labels labels = namespace.labels();
        return labels.place(IstioLabels.INJECTION).or(() -> labels.place(IstioLabels.REVISION));
    }

    /** Whether the labels of pods ask for sidecars; the annotation of the same name is older. */
    static boolean asks(WorkloadView workload) {
        return inject(workload).filter("true"::equals).isPresent();
    }

    private static boolean isLeftOut(WorkloadView workload) {
        return inject(workload).filter("false"::equals).isPresent()
                || workload.labels().has(IstioLabels.GATEWAY_NAME)
                || isGateway(workload);
    }

    private static boolean isGateway(WorkloadView workload) {
        return workload.annotations()
                .get(IstioLabels.INJECT_TEMPLATES)
                .filter(templates -> templates.contains("gateway"))
                .isPresent();
    }

    /** What pods say of sidecars: by a label, or by the older annotation. */
    static Optional<String> inject(WorkloadView workload) {
        return workload.labels()
                .get(IstioLabels.INJECT)
                .or(() -> workload.annotations().get(IstioLabels.INJECT));
    }
}
