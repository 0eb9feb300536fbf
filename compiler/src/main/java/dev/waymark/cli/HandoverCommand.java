package dev.waymark.cli;

import dev.waymark.CompileResult;
import dev.waymark.MeshHandover;
import dev.waymark.diagnostic.NearName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.mesh.LabelledObject;
import dev.waymark.mesh.Via;
import dev.waymark.reasons.TargetName;
import dev.waymark.report.HandoverReport;
import dev.waymark.source.InputException;
import java.util.List;

/** {@code waymark handover}. */
final class HandoverCommand implements Command {
    @Override
    public String name() {
        return "handover";
    }

    @Override
    public String summary() {
        return "print the snippets by which an owner elsewhere carries labels";
    }

    @Override
    public Operands operands() {
        return new Operands("TARGET [INTENT...]", Values.ofTargets(List.of()));
    }

    @Override
    public List<String> examples() {
        return List.of("waymark handover service/shop/cart mesh/", "waymark handover namespace/shop");
    }

    @Override
    public int run(Invocation invocation) throws UsageException, InputException {
        List<String> words = invocation.line().getArgList();
        if (words.isEmpty()) {
            throw new UsageException("handover needs a target, such as service/shop/cart or namespace/shop");
        }
        ObjectRef object = object(invocation, words.get(0));
        CompileResult<MeshHandover> result =
                MeshHandover.of(invocation.request(invocation.intents(words.subList(1, words.size()))));
        invocation.printMessages(result.diagnostics());
        if (result.outcome().isEmpty()) {
            return ExitCode.FOUND;
        }
        MeshHandover handover = result.outcome().get();
        LabelledObject labelled = labelled(object, handover);
        invocation.terminal().result(new HandoverReport(labelled, handover.cluster()).text(invocation.outPage()));
        return ExitCode.OK;
    }

    private static ObjectRef object(Invocation invocation, String word) throws UsageException, InputException {
        TargetName target = TargetWord.read(word, invocation);
        return target.object()
                .orElseThrow(
                        () -> new InputException(
                                target
                                        + " is rendered whole, and carries no label of anybody's; name what uses it, such as service/shop/cart"));
    }

    private static LabelledObject labelled(ObjectRef object, MeshHandover handover) throws InputException {
        LabelledObject labelled = handover.find(object).orElseThrow(() -> unnamed(object, handover));
        if (labelled.via() == Via.FULL) {
            throw new InputException(object + " is rendered whole (`via: full`): nobody else is to label it");
        }
        if (labelled.marks().isEmpty()) {
            throw new InputException(object + " carries no label: its waypoint "
                    + (labelled.retired()
                            ? "retires (`phase: retire`), so that its owner takes out what was handed over"
                            : "is prepared (`phase: prepare`), and labels are handed over in `phase: serve`"));
        }
        return labelled;
    }

    private static InputException unnamed(ObjectRef object, MeshHandover handover) {
        List<String> named = handover.objects().stream()
                .map(each -> TargetName.words(each.object()))
                .distinct()
                .toList();
        String otherwise = named.isEmpty() ? "they name none" : "they name " + some(named);
        return new InputException("the intents want no label on " + object + "; "
                + NearName.help(TargetName.words(object), named, otherwise));
    }

    private static String some(List<String> named) {
        int shown = Math.min(named.size(), 5);
        String list = String.join(", ", named.subList(0, shown));
        return named.size() > shown ? list + " and " + (named.size() - shown) + " more" : list;
    }
}
