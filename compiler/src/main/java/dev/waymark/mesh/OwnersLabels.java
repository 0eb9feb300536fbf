package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.IstioLabels;
import dev.waymark.routing.Labels;
import dev.waymark.routing.Target;
import dev.waymark.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** WM1010 and WM1015: labels that an object's owner put on it, held against those that are wanted there. */
record OwnersLabels(Inventory inventory, DiagnosticLog log) {
    void check(List<LabelledObject> objects) {
        for (LabelledObject object : objects) {
            if (!object.marks().isEmpty()) {
                inventory
                        .target(object.object())
                        .flatMap(carrier -> find(object, carrier))
                        .ifPresent(log::add);
            }
        }
    }

    private Optional<Diagnostic> find(LabelledObject object, Target carrier) {
        return switch (object.via()) {
            case OWNER -> lacks(object, carrier);
            case PATCH -> overrides(object, carrier);
            case APPLY, FULL -> Optional.empty();
        };
    }

    private static Optional<Diagnostic> lacks(LabelledObject object, Target carrier) {
        List<String> lacking = new ArrayList<>();
        lacking(object.marks().labels(), carrier.labels(), lacking);
        lacking(object.marks().annotations(), carrier.annotations(), lacking);
        if (lacking.isEmpty()) {
            return Optional.empty();
        }
        String subject = (object.object().kind().isWorkload() ? "the pod template of " : "") + object.object();
        Diagnostic diagnostic = Diagnostic.of(Code.OWNER_LACKS_LABEL, subject, String.join(" and ", lacking))
                .at(object.source());
        return Optional.of(beside(diagnostic, carrier.span(), "does not carry it"));
    }

    private static void lacking(SortedMap<String, String> wanted, Labels there, List<String> lacking) {
        wanted.forEach((key, value) -> {
            if (there.get(key).filter(value::equals).isEmpty()) {
                lacking.add("`" + key + ": " + value + "`");
            }
        });
    }

    /** In a cluster the label may be one of ours, from before. */
    private Optional<Diagnostic> overrides(LabelledObject object, Target carrier) {
        String home = object.object().namespace();
        Optional<String> theirs = choice(carrier.labels(), home);
        Optional<String> ours = choice(Labels.at(object.marks().labels(), object.source()), home);
        if (theirs.isEmpty() || ours.isEmpty() || theirs.equals(ours) || inventory.isLive(object.object())) {
            return Optional.empty();
        }
        Diagnostic diagnostic = Diagnostic.of(Code.OVERRIDES_OWNER, object.object(), theirs.get(), ours.get())
                .at(object.source());
        return Optional.of(beside(diagnostic, carrier.labels().place(IstioLabels.USE_WAYPOINT), "chosen here"));
    }

    private static Optional<String> choice(Labels labels, String home) {
        return labels.get(IstioLabels.USE_WAYPOINT)
                .map(name -> name.equals(IstioLabels.NO_WAYPOINT)
                        ? "no waypoint"
                        : "the waypoint "
                                + labels.get(IstioLabels.USE_WAYPOINT_NAMESPACE).orElse(home) + "/" + name);
    }

    private static Diagnostic beside(Diagnostic diagnostic, Optional<Span> place, String words) {
        return place.map(span -> diagnostic.and(span, words)).orElse(diagnostic);
    }
}
