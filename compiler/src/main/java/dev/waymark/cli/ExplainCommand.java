package dev.waymark.cli;

import dev.waymark.CompileResult;
import dev.waymark.MeshCompiler;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.NearName;
import dev.waymark.reasons.Account;
import dev.waymark.reasons.Explainer;
import dev.waymark.reasons.TargetName;
import dev.waymark.report.AccountReport;
import dev.waymark.review.EffectPage;
import dev.waymark.routing.ClusterRouting;
import dev.waymark.source.InputException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code waymark explain}. */
final class ExplainCommand implements Command {
    /** Beyond that many names a near one is not looked for. */
    private static final int SEARCHED = 20_000;

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String summary() {
        return "why traffic goes where it goes, or what a code or an effect means";
    }

    @Override
    public Operands operands() {
        return new Operands(
                "TARGET|CODE|EFFECT [INTENT...]",
                Values.ofTargets(Stream.concat(Stream.of(Code.values()).map(Code::id), EffectPage.words().stream())
                        .toList()));
    }

    @Override
    public List<String> formats() {
        return List.of("text", "json");
    }

    @Override
    public List<String> examples() {
        return List.of("waymark explain service/shop/cart mesh/", "waymark explain WM1002", "waymark explain lost");
    }

    @Override
    public int run(Invocation invocation) throws UsageException, InputException {
        List<String> words = invocation.line().getArgList();
        if (words.isEmpty()) {
            throw new UsageException(
                    "explain needs a target, such as service/shop/cart, a code, such as WM1002, or an effect, such as lost");
        }
        String word = words.get(0);
        return word.contains("/") ? explainTarget(invocation, word) : explainWord(invocation, word, words.size());
    }

    private static int explainWord(Invocation invocation, String word, int words) throws UsageException {
        ExplainedWord page = ExplainedWord.of(word);
        if (words > 1) {
            throw new UsageException("explain takes one code or effect, and no intents beside it");
        }
        invocation.terminal().result(invocation.json() ? page.json() : page.text());
        return ExitCode.OK;
    }

    private static int explainTarget(Invocation invocation, String word) throws UsageException, InputException {
        TargetName target = TargetWord.read(word, invocation);
        List<String> intents = invocation.line().getArgList();
        CompileResult<ClusterRouting> result = new MeshCompiler(
                        invocation.request(invocation.intentsBesideInventory(intents.subList(1, intents.size()))))
                .routesOfOne();
        invocation.printMessages(result.diagnostics());
        if (result.outcome().isEmpty()) {
            return ExitCode.FOUND;
        }
        Explainer explainer = new Explainer(result.outcome().get().routing());
        if (!explainer.isShown(target) && near(target, explainer).isPresent()) {
            throw missing(target, explainer);
        }
        Account account = explainer.explain(target).orElseThrow(() -> missing(target, explainer));
        invocation
                .terminal()
                .result(
                        invocation.json()
                                ? AccountReport.json(
                                        account, result.outcome().get().cluster())
                                : AccountReport.text(account, invocation.outPage()));
        return ExitCode.OK;
    }

    private static UsageException missing(TargetName target, Explainer explainer) {
        return new UsageException(
                (explainer.knowsAll() ? "the inventory has no " : "nothing is known of ") + target + "; "
                        + near(target, explainer)
                                .map(name -> "did you mean `" + name + "`?")
                                .orElse(
                                        explainer.knowsAll()
                                                ? "waymark routes lists what is there"
                                                : "name the intents and, by --inventory, the manifests that hold it"));
    }

    private static Optional<String> near(TargetName target, Explainer explainer) {
        return NearName.of(target.toString(), explainer.known().limit(SEARCHED).toList());
    }
}
