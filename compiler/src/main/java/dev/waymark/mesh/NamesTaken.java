package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.ScalingIntent;
import dev.waymark.inventory.Existing;
import dev.waymark.inventory.Inventory;
import dev.waymark.inventory.ObjectId;
import dev.waymark.kube.IstioLabels;
import dev.waymark.kube.MadeObject;
import dev.waymark.kube.ObjectName;
import dev.waymark.mesh.Declarations.DeclaredWaypoint;
import java.util.ArrayList;
import java.util.List;

/**
 * WM1009: what istiod makes for a waypoint has the waypoint's name, and it changes nothing of that name that it did not
 * make (istio {@code deploymentcontroller.go:canManage}).
 */
record NamesTaken(Inventory inventory, DiagnosticLog log) {
    void check(DeclaredWaypoint waypoint) {
        List<Existing> taken = new ArrayList<>();
        for (MadeObject object : MadeObject.values()) {
            if (isMade(object, waypoint.intent().scaling())) {
                inventory
                        .find(id(object, waypoint.name()))
                        .filter(found -> !found.labels().has(IstioLabels.MANAGED))
                        .ifPresent(taken::add);
            }
        }
        if (!taken.isEmpty()) {
            report(waypoint, taken);
        }
    }

    private static boolean isMade(MadeObject object, ScalingIntent scaling) {
        boolean customized = scaling.overlay(object.key()).isPresent();
        return switch (object) {
            case DEPLOYMENT, SERVICE, SERVICE_ACCOUNT -> true;
            case HORIZONTAL_POD_AUTOSCALER -> customized || scaling.autoscale().isPresent();
            case POD_DISRUPTION_BUDGET -> customized || scaling.isReplicated();
        };
    }

    private static ObjectId id(MadeObject object, ObjectName waypoint) {
        String version = object.apiVersion();
        String group = version.substring(0, Math.max(0, version.indexOf('/')));
        return new ObjectId(group, object.kindName(), waypoint.namespace(), waypoint.name());
    }

    private void report(DeclaredWaypoint waypoint, List<Existing> taken) {
        Diagnostic diagnostic = Diagnostic.of(
                        Code.NAME_TAKEN, waypoint.name(), taken.get(0).id().kind())
                .at(waypoint.intent().name().span());
        for (Existing found : taken) {
            diagnostic = diagnostic.and(found.span(), "a " + found.id().kind() + " that istiod did not make");
        }
        log.add(diagnostic);
    }
}
