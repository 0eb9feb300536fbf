package dev.waymark.cli;

import dev.waymark.CompileResult;
import dev.waymark.MeshCompiler;
import dev.waymark.output.OutputException;
import dev.waymark.output.StaleFile;
import dev.waymark.report.Printable;
import dev.waymark.source.InputException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;

/** {@code waymark check}. */
final class CheckCommand implements Command {
    @Override
    public String name() {
        return "check";
    }

    @Override
    public String summary() {
        return "is a directory what a render would write?";
    }

    @Override
    public List<OptionSpec> options() {
        return List.of(OutputOption.SPEC);
    }

    @Override
    public List<String> formats() {
        return List.of("text", "json");
    }

    @Override
    public List<String> examples() {
        return List.of("waymark check -o rendered", "waymark check mesh/ -o rendered --format json");
    }

    @Override
    public int run(Invocation invocation) throws UsageException, InputException, OutputException {
        String directory = OutputOption.of(invocation, "");
        CompileResult<SortedSet<StaleFile>> result = new MeshCompiler(invocation.request()).check(Path.of(directory));
        invocation.printMessages(result.diagnostics());
        SortedSet<StaleFile> stale = result.outcome().orElse(Collections.emptySortedSet());
        if (invocation.json()) {
            invocation.terminal().result(Invocation.jsonReport(result).checked(stale, result.diagnostics()));
        } else if (result.outcome().isPresent()) {
            describe(invocation, directory, stale);
        }
        return result.failed() ? ExitCode.FOUND : ExitCode.OK;
    }

    private static void describe(Invocation invocation, String directory, SortedSet<StaleFile> stale) {
        stale.forEach(file -> invocation
                .terminal()
                .result(String.format("%-14s  %s", file.reason().word(), Printable.of(file.path())) + "\n"));
        if (stale.isEmpty()) {
            invocation.say(directory + " is up to date");
        }
    }
}
