package dev.waymark.cli;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Explanation;
import dev.waymark.report.JsonReport;
import java.util.List;
import java.util.stream.Stream;

/** {@code waymark explain}. */
final class ExplainCommand implements Command {
    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String summary() {
        return "what a code means in the cluster, with a bad and a good example";
    }

    @Override
    public Operands operands() {
        return new Operands(
                "CODE", Values.of(Stream.of(Code.values()).map(Code::id).toList()));
    }

    @Override
    public boolean readsIntents() {
        return false;
    }

    @Override
    public List<OptionSpec> options() {
        return List.of();
    }

    @Override
    public List<String> formats() {
        return List.of("text", "json");
    }

    @Override
    public List<String> examples() {
        return List.of("waymark explain WM1002", "waymark explain waypoint-not-found --format json");
    }

    @Override
    public int run(Invocation invocation) throws UsageException {
        String word = word(invocation.line().getArgList());
        Explanation page = Explanation.of(word).orElseThrow(() -> unknown(word));
        invocation.terminal().result(invocation.json() ? JsonReport.explanation(page) : page.text());
        return ExitCode.OK;
    }

    private static String word(List<String> words) throws UsageException {
        if (words.isEmpty()) {
            throw new UsageException("explain needs a code, such as WM1002");
        }
        if (words.size() > 1) {
            throw new UsageException("explain takes one code at a time");
        }
        return words.get(0);
    }

    private static UsageException unknown(String word) {
        if (word.contains("/")) {
            return new UsageException("explain knows codes, such as WM1002, and no objects: `" + word + "`");
        }
        String hint = Explanation.near(word)
                .map(code -> "did you mean `" + code.id() + "` (" + code.kebabName() + ")?")
                .orElse("messages show theirs in brackets, as in error[WM1002]");
        return new UsageException("there is no code `" + word + "`; " + hint);
    }
}
