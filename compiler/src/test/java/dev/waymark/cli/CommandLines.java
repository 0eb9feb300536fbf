package dev.waymark.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Command lines of all commands, so that no test forgets a new one. */
final class CommandLines {
    private CommandLines() {}

    /**
     * Each way of reading an intent, in each format.
     *
     * @param outs directories, for commands that have one
     */
    static List<List<String>> reading(String intent, String... outs) {
        List<List<String>> lines = new ArrayList<>();
        for (Command command : Main.commands()) {
            if (command.operands().usage().contains("INTENT")) {
                for (String format : command.formats()) {
                    directories(command, outs).forEach(out -> lines.add(line(command, intent, format, out)));
                }
                if (has(command, "stdout")) {
                    lines.add(List.of(command.name(), intent, "--stdout"));
                }
            }
        }
        return lines;
    }

    /** Each command that reads files of others, in each format. */
    static List<List<String>> readingAnything(String path) {
        return Main.commands().stream()
                .filter(command -> command.operands().usage().contains("PATH"))
                .flatMap(command -> command.formats().stream().map(format -> line(command, path, format, List.of())))
                .toList();
    }

    /** One line of each command. */
    static List<List<String>> firsts(List<List<String>> lines) {
        Set<String> seen = new HashSet<>();
        return lines.stream().filter(line -> seen.add(line.get(0))).toList();
    }

    private static Stream<List<String>> directories(Command command, String... outs) {
        return has(command, OutputOption.NAME) ? Stream.of(outs).map(out -> List.of("-o", out)) : Stream.of(List.of());
    }

    private static List<String> line(Command command, String intent, String format, List<String> out) {
        List<String> line = new ArrayList<>(List.of(command.name(), intent, "--format", format));
        if (command.operands().usage().startsWith("TARGET")) {
            line.add(1, "namespace/shop");
        }
        line.addAll(out);
        return line;
    }

    private static boolean has(Command command, String option) {
        return command.options().stream().anyMatch(spec -> spec.name().equals(option));
    }

    /** Each command that takes something else than intents, with that argument. */
    static List<List<String>> taking(String argument) {
        return Main.commands().stream()
                .filter(command -> !command.readsIntents())
                .map(command -> List.of(command.name(), argument))
                .toList();
    }
}
