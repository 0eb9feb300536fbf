package dev.waymark.cli;

import java.util.List;

/** The texts of {@code --help}. */
final class Help {
    private Help() {}

    static String general(List<Command> commands) {
        StringBuilder text = new StringBuilder("""
                Usage: waymark COMMAND [INTENT...]

                Compiles intents, which say who uses which waypoint of an Istio ambient mesh, into
                manifests for Argo CD or Flux. INTENT is a file, a folder, or - for standard input;
                without one it is mesh.yaml or the folder mesh here.

                Commands:
                """);
        commands.forEach(command -> text.append(row(command.name(), command.summary(), 12)));
        return text.append("""

                waymark COMMAND --help says more about a command; waymark --version prints the version.
                Exit code: 0 done, 1 something was found, 2 the command could not work.
                """).toString();
    }

    static String of(Command command) {
        StringBuilder text = new StringBuilder("Usage: waymark " + command.name() + " "
                + command.operands().usage() + " [OPTION...]\n\n"
                + sentence(command.summary()) + "\n\nOptions:\n");
        command.allOptions().forEach(option -> text.append(row(option.usage(), option.help(), 30)));
        text.append("\nExamples:\n");
        command.examples().forEach(example -> text.append("  ").append(example).append('\n'));
        return text.toString();
    }

    private static String row(String left, String right, int width) {
        return "  " + left + " ".repeat(Math.max(1, width - left.length())) + right + "\n";
    }

    private static String sentence(String summary) {
        String end = summary.endsWith("?") ? "" : ".";
        return Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + end;
    }
}
