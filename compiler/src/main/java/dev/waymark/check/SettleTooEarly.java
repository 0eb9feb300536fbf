package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.lock.Lingering;
import dev.waymark.lower.Lowering;
import dev.waymark.lower.OutputView;
import dev.waymark.mesh.LabelledObject;
import dev.waymark.mesh.Mesh;
import dev.waymark.routing.Labels;
import dev.waymark.routing.Reason;
import dev.waymark.routing.Routing;
import dev.waymark.routing.ServiceView;
import dev.waymark.routing.Target;
import dev.waymark.routing.Traffic;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * WM4015: only what an earlier render let linger may be dropped, since the cluster has seen nothing of this one, and only
 * while no label counts on it as far as the inventory shows.
 */
record SettleTooEarly(Inventory inventory) implements DeliveryCheck {
    @Override
    public Stream<Diagnostic> find(Mesh mesh, Lowering lowering) {
        Stream<Diagnostic> early = lowering.premature().stream()
                .map(what ->
                        Diagnostic.of(Code.SETTLE_TOO_EARLY, what.words(), "it lingers only since this very change"));
        return inventory.given() && !lowering.dropped().isEmpty() ? Stream.concat(early, shown(mesh, lowering)) : early;
    }

    private Stream<Diagnostic> shown(Mesh mesh, Lowering lowering) {
        Routing settled = new Routing(OutputView.of(mesh, lowering, inventory));
        return lowering.dropped().stream()
                .flatMap(what -> inventory
                        .carriers()
                        .filter(carrier -> switch (what.what()) {
                            case ADMISSION -> countsOn(carrier, what, settled);
                            case NAMESPACE, OBJECT -> isLabelledYet(carrier, what, mesh);
                            default -> false;
                        })
                        .findFirst()
                        .map(carrier -> describe(what, carrier))
                        .stream());
    }

    /** Whether its own label names the waypoint, which would no longer admit it. */
    private static boolean countsOn(Target carrier, Lingering admission, Routing settled) {
        Optional<ObjectName> wanted = carrier.wanted();
        if (wanted.filter(name -> name.toString().equals(admission.subject())).isEmpty()) {
            return false;
        }
        ObjectRef any = new ObjectRef(Kind.SERVICE, carrier.ref().namespace(), "");
        ServiceView labelled = ServiceView.unseen(any, Optional.empty()).labelled(carrier.labels(), Labels.NONE);
        return settled.resolve(labelled, Traffic.SERVICE).reason() == Reason.DENIED;
    }

    /** Whether the cluster still has a label on it that was withdrawn; what Git says is its owner's. */
    private boolean isLabelledYet(Target carrier, Lingering object, Mesh mesh) {
        ObjectRef ref = carrier.ref();
        String subject =
                ref.kind() == Kind.NAMESPACE && object.what() == Lingering.What.NAMESPACE ? ref.name() : ref.toString();
        return subject.equals(object.subject())
                && carrier.labels().has(IstioLabels.USE_WAYPOINT)
                && inventory.isLive(ref)
                && mesh.objects().stream().map(LabelledObject::object).noneMatch(ref::equals);
    }

    private static Diagnostic describe(Lingering what, Target carrier) {
        Diagnostic diagnostic = Diagnostic.of(
                Code.SETTLE_TOO_EARLY,
                what.words(),
                "the inventory still shows `" + IstioLabels.USE_WAYPOINT + "` on " + carrier.ref());
        return carrier.labels()
                .place(IstioLabels.USE_WAYPOINT)
                .map(diagnostic::at)
                .orElse(diagnostic);
    }
}
