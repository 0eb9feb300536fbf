package dev.waymark.lint;

import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.LabelSyntax;
import dev.waymark.routing.Labels;
import java.util.Optional;

/** What labels that name waypoints can say at all. */
final class Names {
    private static final int LONGEST = 63;

    private Names() {}

    /** Whether an object can have this name, and a label this value. */
    static boolean isName(String text) {
        return text.length() <= LONGEST && LabelSyntax.isSubdomain(text);
    }

    /** Whether labels ask for a waypoint by a name that nothing can have. */
    static boolean areNonsense(Labels labels) {
        Optional<String> name = labels.get(IstioLabels.USE_WAYPOINT);
        Optional<String> namespace = labels.get(IstioLabels.USE_WAYPOINT_NAMESPACE);
        return name.filter(text -> !isName(text)).isPresent()
                || (name.isPresent() && namespace.filter(text -> !isName(text)).isPresent());
    }
}
