package dev.waymark.cli;

import dev.waymark.MeshCompiler;
import dev.waymark.diagnostic.NearName;
import dev.waymark.reasons.Explainer;
import dev.waymark.source.InputException;
import java.util.List;

/** {@code waymark completion}. */
final class CompletionCommand implements Command {
    private static final String TARGETS = "targets";
    private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

    @Override
    public String name() {
        return "completion";
    }

    @Override
    public String summary() {
        return "print a script with which a shell completes command lines";
    }

    @Override
    public Operands operands() {
        return new Operands(String.join("|", SHELLS), Values.of(SHELLS));
    }

    @Override
    public boolean readsIntents() {
        return false;
    }

    @Override
    public List<String> examples() {
        return List.of(
                "source <(waymark completion bash)",
                "waymark completion fish > ~/.config/fish/completions/waymark.fish");
    }

    @Override
    public int run(Invocation invocation) throws UsageException, InputException {
        if (invocation.operand().filter(TARGETS::equals).isPresent()) {
            targets(invocation);
            return ExitCode.OK;
        }
        String shell = invocation
                .operand()
                .orElseThrow(() -> new UsageException("completion needs a shell: " + String.join(", ", SHELLS)));
        invocation.terminal().result(script(shell));
        return ExitCode.OK;
    }

    /** What {@code explain} can be asked about here: the scripts call it while somebody types. */
    private static void targets(Invocation invocation) throws UsageException, InputException {
        new MeshCompiler(invocation.request(invocation.intentsBesideInventory(List.of())))
                .routes()
                .outcome()
                .ifPresent(meshes -> meshes.stream()
                        .flatMap(mesh -> new Explainer(mesh.routing()).known())
                        .distinct()
                        .forEach(target -> invocation.terminal().result(target + "\n")));
    }

    private static String script(String shell) throws UsageException {
        return switch (shell) {
            case "bash" -> BashCompletion.script(Main.commands());
            case "zsh" -> ZshCompletion.script(Main.commands());
            case "fish" -> FishCompletion.script(Main.commands());
            default ->
                throw new UsageException("there is no completion for `" + shell + "`; "
                        + NearName.help(shell, SHELLS, "there is one for " + String.join(", ", SHELLS)));
        };
    }
}
