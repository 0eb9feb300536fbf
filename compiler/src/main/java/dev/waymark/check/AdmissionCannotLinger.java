package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.lower.Lowering;
import dev.waymark.lower.Lowering.Inexpressible;
import dev.waymark.mesh.Mesh;
import dev.waymark.mesh.Waypoint;
import java.util.stream.Stream;

/** WM4012: what a listener admitted before cannot stand beside what it admits now. */
final class AdmissionCannotLinger implements DeliveryCheck {
    @Override
    public Stream<Diagnostic> find(Mesh mesh, Lowering lowering) {
        return lowering.inexpressible().stream().map(AdmissionCannotLinger::describe);
    }

    private static Diagnostic describe(Inexpressible admission) {
        Waypoint waypoint = admission.waypoint();
        Diagnostic diagnostic = Diagnostic.of(Code.ADMISSION_CANNOT_LINGER, waypoint.name(), admission.before());
        return waypoint.intent()
                .admits()
                .map(admits -> diagnostic.at(admits.span(), "admits these now"))
                .orElseGet(() -> diagnostic.at(waypoint.intent().name().span()));
    }
}
