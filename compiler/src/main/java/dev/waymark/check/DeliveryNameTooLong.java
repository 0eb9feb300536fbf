package dev.waymark.check;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.kube.FluxKustomization;
import dev.waymark.lower.Lowering;
import dev.waymark.mesh.Mesh;
import java.util.stream.Stream;

/** WM4017: Flux labels all that it applies with the name of the Kustomization (kustomize-controller, owner labels). */
final class DeliveryNameTooLong implements DeliveryCheck {
    private static final int LONGEST_LABEL = 63;

    @Override
    public Stream<Diagnostic> find(Mesh mesh, Lowering lowering) {
        return lowering.units().stream()
                .flatMap(unit -> unit.deliveries().stream()
                        .filter(FluxKustomization.class::isInstance)
                        .map(delivery -> ((FluxKustomization) delivery).object().name())
                        .filter(name -> name.length() > LONGEST_LABEL)
                        .limit(1)
                        .map(name -> Diagnostic.of(Code.DELIVERY_NAME_TOO_LONG, name, name.length())));
    }
}
