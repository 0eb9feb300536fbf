package dev.waymark;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.FleetIntent;
import dev.waymark.intent.Text;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** WM4007 in a fleet: each cluster has a folder of its name. */
final class FleetNames {
    /** Where ApplicationSets go. */
    static final String SETS = "argocd";

    private FleetNames() {}

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
