package dev.waymark;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.inventory.Inventory;
import dev.waymark.kube.IstioVersion;
import dev.waymark.lint.Lint;
import dev.waymark.lint.Subject;
import dev.waymark.routing.Routing;
import dev.waymark.source.InputException;
import dev.waymark.source.Span;
import dev.waymark.yaml.Places;
import dev.waymark.yaml.Reading;
import java.util.List;
import java.util.Optional;

/** Judges manifests that no intent describes. */
public final class MeshLint {
    private MeshLint() {}

    /** Reads the inventory of a request and judges it; the intents of the request do not count. */
    public static CompileResult<Routing> check(CompileRequest request) throws InputException {
        DiagnosticLog log = new DiagnosticLog();
        InventoryReader read = InventoryReader.open(request, log);
        Inventory inventory = read.inventory();
        if (inventory.isEmpty() && read.reading().passedOver() == 0) {
            return nothing(request, read.reading(), log);
        }
        read.reading().intents().stream().findFirst().ifPresent(intent -> log.add(passedBy(intent)));
        inventory.suppressions().forEach(log::suppress);
        Routing routing = new Routing(inventory.view(request.istioVersion().orElse(IstioVersion.NEWEST)));
        Lint.check(new Subject(routing, inventory), log);
        log.reportUnusedSuppressions();
        return result(request, Optional.of(routing), log);
    }

    /** An error says already why nothing could be read. */
    private static CompileResult<Routing> nothing(CompileRequest request, Reading reading, DiagnosticLog log) {
        if (!log.hasErrors()) {
            log.add(NothingToCheck.of(request.existing().paths(), reading));
        }
        return result(request, Optional.empty(), log);
    }

    private static Diagnostic passedBy(Span intent) {
        return Diagnostic.of(
                        Code.SKIPPED_MANIFEST,
                        "intents are skipped: they are compiled, and no objects of a cluster",
                        "check them by `waymark validate`, beside these manifests with `--inventory`")
                .at(intent);
    }

    private static CompileResult<Routing> result(CompileRequest request, Optional<Routing> judged, DiagnosticLog log) {
        boolean failed = log.has(request.failOn());
        return new CompileResult<>(log.sorted(), new Places(List.of()), failed, judged);
    }
}
