package dev.waymark.cli;

import dev.waymark.CompileResult;
import dev.waymark.MeshCompiler;
import dev.waymark.output.OutputException;
import dev.waymark.output.OutputWriter.Mode;
import dev.waymark.output.WriteResult;
import dev.waymark.source.InputException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** {@code waymark render}. */
final class RenderCommand implements Command {
    private static final String DRY_RUN = "dry-run";
    private static final String FORCE = "force";

    @Override
    public String name() {
        return "render";
    }

    @Override
    public String summary() {
        return "compile intents and write the manifests";
    }

    @Override
    public List<OptionSpec> options() {
        return List.of(
                OutputOption.SPEC,
                OptionSpec.flag(DRY_RUN, "say what would change, and write nothing"),
                OptionSpec.flag(FORCE, "replace files of ours that somebody edited"));
    }

    @Override
    public List<String> formats() {
        return List.of("text", "json");
    }

    @Override
    public List<String> examples() {
        return List.of("waymark render -o rendered", "waymark render mesh/ -o rendered --dry-run");
    }

    @Override
    public int run(Invocation invocation) throws UsageException, InputException, OutputException {
        String directory = OutputOption.of(invocation);
        Mode mode = mode(invocation);
        CompileResult<WriteResult> result = new MeshCompiler(invocation.request()).render(Path.of(directory), mode);
        invocation.printMessages(result.diagnostics());
        WriteResult written =
                result.outcome().orElse(new WriteResult(new TreeSet<>(), Collections.emptySortedSet(), 0));
        if (invocation.json()) {
            invocation.terminal().result(Invocation.jsonReport(result).rendered(written, result.diagnostics()));
        } else if (result.outcome().isPresent()) {
            describe(invocation, directory, written, !mode.writes());
        }
        return result.failed() ? ExitCode.FOUND : ExitCode.OK;
    }

    private static Mode mode(Invocation invocation) {
        boolean force = invocation.line().hasOption(FORCE);
        if (invocation.line().hasOption(DRY_RUN)) {
            return force ? Mode.DRY_RUN_FORCED : Mode.DRY_RUN;
        }
        return force ? Mode.FORCE : Mode.CAREFUL;
    }

    private static void describe(Invocation invocation, String directory, WriteResult result, boolean dryRun) {
        if (dryRun) {
            list(invocation, "would write  ", result.written());
            list(invocation, "would remove ", result.removed());
        }
        invocation.say(directory + ": " + result.written().size() + (dryRun ? " to write, " : " written, ")
                + result.removed().size() + (dryRun ? " to remove, " : " removed, ")
                + result.unchanged() + " unchanged");
    }

    private static void list(Invocation invocation, String word, SortedSet<String> paths) {
        paths.forEach(path -> invocation.say(word + path));
    }
}
