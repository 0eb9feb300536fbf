package dev.waymark.cli;

import dev.waymark.CompileResult;
import dev.waymark.MeshLint;
import dev.waymark.report.Summary;
import dev.waymark.routing.Routing;
import dev.waymark.source.InputException;
import java.util.List;

/** {@code waymark lint}. */
final class LintCommand implements Command {
    @Override
    public String name() {
        return "lint";
    }

    @Override
    public String summary() {
        return "check manifests that no intent describes";
    }

    @Override
    public Operands operands() {
        return new Operands("PATH...", Values.FILES);
    }

    @Override
    public List<OptionSpec> options() {
        return List.of();
    }

    @Override
    public List<String> formats() {
        return Invocation.DIAGNOSTIC_FORMATS;
    }

    @Override
    public List<String> examples() {
        return List.of("waymark lint manifests/", "kubectl get ns,gtw,svc,deploy -A -o yaml | waymark lint -");
    }

    @Override
    public int run(Invocation invocation) throws UsageException, InputException {
        CompileResult<Routing> result = MeshLint.check(invocation.lintRequest());
        invocation.printDiagnostics(result);
        if (invocation.format().equals("text")) {
            String what = result.outcome().map(LintCommand::describe).orElse("");
            invocation.say(Summary.of(result.diagnostics()).words() + what);
        }
        return result.failed() ? ExitCode.FOUND : ExitCode.OK;
    }

    private static String describe(Routing routing) {
        int targets = routing.view().targets().size();
        int gateways = routing.view().gateways().size();
        return ": " + targets + (targets == 1 ? " target, " : " targets, ") + gateways
                + (gateways == 1 ? " Gateway" : " Gateways");
    }
}
