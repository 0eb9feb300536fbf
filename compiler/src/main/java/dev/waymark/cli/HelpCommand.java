package dev.waymark.cli;

import java.util.List;
import java.util.Optional;

/** {@code waymark help}: what {@code --help} prints, for those who look for a command first. */
final class HelpCommand implements Command {
    @Override
    public String name() {
        return "help";
    }

    @Override
    public String summary() {
        return "print this help, or that of a command";
    }

    @Override
    public Operands operands() {
        List<String> names = Main.commands().stream().map(Command::name).toList();
        return new Operands("[COMMAND]", Values.of(names));
    }

    @Override
    public boolean readsIntents() {
        return false;
    }

    @Override
    public List<String> examples() {
        return List.of("waymark help", "waymark help render");
    }

    @Override
    public int run(Invocation invocation) throws UsageException {
        Optional<String> name = invocation.operand();
        String text = name.isEmpty() ? Help.general(Main.commands()) : Help.of(Main.command(name.get()));
        invocation.terminal().result(text);
        return ExitCode.OK;
    }
}
