package dev.waymark.cli;

import dev.waymark.CompileResult;
import dev.waymark.MeshLint;
import dev.waymark.report.Count;
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
        return invocation.printJudgement(result, result.outcome().map(LintCommand::describe));
    }

    private static String describe(Routing routing) {
        return Count.of(routing.view().targets().size(), "target") + ", "
                + Count.of(routing.view().gateways().size(), "Gateway");
    }
}
