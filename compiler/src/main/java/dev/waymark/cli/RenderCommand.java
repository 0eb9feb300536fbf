package dev.waymark.cli;

import dev.waymark.CompileResult;
import dev.waymark.MeshCompiler;
import dev.waymark.RenderOptions;
import dev.waymark.lock.Lingering;
import dev.waymark.lower.Layer;
import dev.waymark.output.OutputException;
import dev.waymark.output.OutputWriter.Mode;
import dev.waymark.output.WriteResult;
import dev.waymark.source.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** {@code waymark render}. */
final class RenderCommand implements Command {
    private static final String DRY_RUN = "dry-run";
    private static final String FORCE = "force";
    private static final String SETTLE = "settle";
    private static final String REMOVE_UNIT = "remove-unit";
    private static final String STDOUT = "stdout";
    private static final String LAYER = "layer";

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
                OptionSpec.flag(FORCE, "replace files of ours that somebody edited"),
                OptionSpec.flag(SETTLE, "drop what lingers from earlier renders"),
                OptionSpec.value(REMOVE_UNIT, "NAME", "take a unit back that has no documents any more"),
                OptionSpec.flag(STDOUT, "print the objects as one stream, and write nothing"),
                OptionSpec.value(LAYER, "LAYER", "with --stdout: `gateways`, `enrollment` or `labels` only")
                        .taking(Values.of(layerWords())));
    }

    @Override
    public List<String> formats() {
        return List.of("text", "json");
    }

    @Override
    public List<String> examples() {
        return List.of("waymark render -o rendered --dry-run", "waymark render mesh/ --stdout --layer gateways");
    }

    @Override
    public int run(Invocation invocation) throws UsageException, InputException, OutputException {
        if (invocation.line().hasOption(STDOUT)) {
            return print(invocation);
        }
        if (invocation.line().hasOption(LAYER)) {
            throw new UsageException("--layer goes with --stdout; a directory has all layers");
        }
        String directory = OutputOption.of(invocation, " or --stdout");
        RenderOptions options = options(invocation);
        CompileResult<WriteResult> result = new MeshCompiler(invocation.request()).render(Path.of(directory), options);
        invocation.printMessages(result.diagnostics());
        WriteResult written = result.outcome().orElse(WriteResult.NOTHING);
        if (invocation.json()) {
            invocation.terminal().result(Invocation.jsonReport(result).rendered(written, result.diagnostics()));
        } else if (result.outcome().isPresent()) {
            describe(invocation, directory, written, !options.mode().writes());
        }
        return result.failed() ? ExitCode.FOUND : ExitCode.OK;
    }

    private static int print(Invocation invocation) throws UsageException, InputException {
        for (String option : List.of(OutputOption.NAME, DRY_RUN, FORCE, SETTLE, REMOVE_UNIT)) {
            if (invocation.line().hasOption(option)) {
                throw new UsageException("--stdout writes no directory, so that it does not go with --" + option);
            }
        }
        if (invocation.json()) {
            throw new UsageException("--stdout prints YAML, so that it does not go with --format json");
        }
        CompileResult<byte[]> result = new MeshCompiler(invocation.request()).print(layers(invocation));
        invocation.printMessages(result.diagnostics());
        result.outcome().ifPresent(invocation.terminal()::result);
        return result.failed() ? ExitCode.FOUND : ExitCode.OK;
    }

    private static SortedSet<Layer> layers(Invocation invocation) throws UsageException {
        SortedSet<Layer> all = new TreeSet<>(List.of(Layer.values()));
        if (!invocation.line().hasOption(LAYER)) {
            return all;
        }
        String word = invocation.choice(LAYER, layerWords());
        all.removeIf(layer -> !layer.word().equals(word));
        return all;
    }

    private static List<String> layerWords() {
        return Stream.of(Layer.values()).map(Layer::word).toList();
    }

    private static RenderOptions options(Invocation invocation) {
        String[] removed = invocation.line().getOptionValues(REMOVE_UNIT);
        return new RenderOptions(
                mode(invocation),
                invocation.line().hasOption(SETTLE),
                new TreeSet<>(removed == null ? List.of() : List.of(removed)));
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
        result.refused().forEach(cluster -> invocation.say(cluster + ": not rendered, its folder is as it was"));
        List<String> lingering = new ArrayList<>();
        result.lingering()
                .forEach((unit, all) -> all.stream()
                        .filter(Lingering::canBeSettled)
                        .forEach(what -> lingering.add("  " + unit + ": " + what.words())));
        if (!lingering.isEmpty()) {
            invocation.say("lingering from earlier renders, until --settle drops it once the cluster has caught up:");
            lingering.forEach(invocation::say);
        }
    }

    private static void list(Invocation invocation, String word, SortedSet<String> paths) {
        paths.forEach(path -> invocation.say(word + path));
    }
}
