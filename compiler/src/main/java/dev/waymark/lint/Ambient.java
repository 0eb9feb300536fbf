package dev.waymark.lint;

import dev.waymark.kube.IstioLabels;
import dev.waymark.routing.Labels;
import java.util.List;

/** Which clients are in the ambient mesh (istio {@code cni/pkg/util/enablement_selector.go}). */
final class Ambient {
    /** All that the label of the mode can say. */
    static final List<String> MODES = List.of("ambient", "none");

    private Ambient() {}

    /** Whether the labels of a Namespace or of pods ask for the ambient mesh. */
    static boolean asks(Labels labels) {
        return labels.get(IstioLabels.DATAPLANE_MODE).filter("ambient"::equals).isPresent();
    }

    /** Whether they say something about it that means nothing. */
    static boolean isNonsense(Labels labels) {
        return labels.get(IstioLabels.DATAPLANE_MODE)
                .filter(mode -> !MODES.contains(mode))
                .isPresent();
    }
}
