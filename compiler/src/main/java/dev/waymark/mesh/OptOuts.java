package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.diagnostic.Severity;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.ObjectRef;
import dev.waymark.routing.Target;
import java.util.List;
import java.util.Optional;

/**
 * WM1014: opt-outs that change nothing, since there is no namespace whose waypoint they would leave.
 */
record OptOuts(
        Declarations declarations, NamespaceLabels namespaces, Claims claims, Inventory inventory, DiagnosticLog log) {
    void check() {
        for (List<Claim> all : claims.byObject().values()) {
            all.stream().filter(claim -> claim.waypoint().isEmpty()).forEach(this::check);
        }
    }

    private void check(Claim optOut) {
        ObjectRef object = optOut.consumer().target();
        ObjectRef namespace = ObjectRef.namespace(object.namespace());
        Optional<Claim> serving = claims.serving(namespace);
        if (serving.isPresent()) {
            checkTraffic(optOut, serving.get());
        } else if (isNamed(namespace) || isEnrolledByOthers(object) || isEnrolledByOthers(namespace)) {
            return;
        } else if (namespaces.all().containsKey(namespace) || isWhollyKnown(namespace)) {
            log.add(idle(optOut, namespace + " is not enrolled", "remove the line, or enroll the namespace"));
        } else if (!inventory.complete()) {
            log.add(idle(
                            optOut,
                            namespace + " is not enrolled here",
                            "compile it with the document that enrolls the namespace")
                    .as(Severity.NOTE));
        }
    }

    /** In whatever phase: an opt-out may be delivered before the waypoint serves, and stay while it retires. */
    private boolean isNamed(ObjectRef namespace) {
        return claims.byObject().containsKey(namespace);
    }

    private boolean isEnrolledByOthers(ObjectRef object) {
        return inventory.target(object).flatMap(Target::wanted).isPresent();
    }

    /** One that a complete inventory lacks is another mistake. */
    private boolean isWhollyKnown(ObjectRef namespace) {
        return inventory.complete() && inventory.target(namespace).isPresent();
    }

    /** What the namespace's waypoint does not take never goes through it. */
    private void checkTraffic(Claim optOut, Claim enrolled) {
        TrafficType wanted = optOut.consumer().traffic();
        enrolled.waypoint()
                .flatMap(declarations::waypoint)
                .filter(waypoint -> !claims.traffic(waypoint).takes(wanted))
                .map(waypoint -> idle(
                                optOut,
                                waypoint.name() + ", the waypoint of its namespace, takes no " + wanted.word()
                                        + " traffic",
                                "remove the line")
                        .and(enrolled.consumer().span(), "the namespace is enrolled here"))
                .ifPresent(log::add);
    }

    private static Diagnostic idle(Claim optOut, String why, String help) {
        return idle(optOut.consumer().target(), why, help).at(optOut.consumer().span());
    }

    static Diagnostic idle(ObjectRef object, String why, String help) {
        return Diagnostic.of(Code.OPT_OUT_OF_NOTHING, object, why, help);
    }
}
