package dev.waymark;

import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.IstioVersion;
import dev.waymark.lint.Lint;
import dev.waymark.lint.Subject;
import dev.waymark.routing.Routing;
import dev.waymark.source.InputException;
import dev.waymark.yaml.Places;
import java.util.List;
import java.util.Optional;

/** Judges manifests that no intent describes. */
public final class MeshLint {
    private MeshLint() {}

    /** Reads the inventory of a request and judges it; the intents of the request do not count. */
    public static CompileResult<Routing> check(CompileRequest request) throws InputException {
        DiagnosticLog log = new DiagnosticLog();
        Inventory inventory = InventoryReader.read(request, log);
        inventory.suppressions().forEach(log::suppress);
        Routing routing = new Routing(inventory.view(request.istioVersion().orElse(IstioVersion.NEWEST)));
        Lint.check(new Subject(routing, inventory), log);
        log.reportUnusedSuppressions();
        boolean failed = log.has(request.failOn());
        return new CompileResult<>(log.sorted(), new Places(List.of()), failed, Optional.empty(), Optional.of(routing));
    }
}
