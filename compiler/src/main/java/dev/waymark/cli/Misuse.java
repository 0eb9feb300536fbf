package dev.waymark.cli;

import dev.waymark.diagnostic.NearName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said of words on a command line that mean nothing, but something elsewhere. */
final class Misuse {
    private Misuse() {}

    static UsageException unknownCommand(String name, List<String> names) {
        if (name.startsWith("-") && !isNear(name)) {
            return new UsageException("the command comes before its options, and `" + name + "` is no command");
        }
        List<String> candidates = new ArrayList<>(names);
        candidates.addAll(programOptions());
        String otherwise = meant(name).orElse("there are " + String.join(", ", names));
        return new UsageException("there is no command `" + name + "`; " + NearName.help(name, candidates, otherwise));
    }

    private static boolean isNear(String name) {
        return NearName.of(name, programOptions()).isPresent();
    }

    private static List<String> programOptions() {
        return CommonOptions.ofProgram().stream()
                .map(option -> "--" + option.name())
                .toList();
    }

    /** Words of kubectl, Helm and their like for what a command does. */
    private static Optional<String> meant(String name) {
        if (name.contains(".") || name.contains("/")) {
            return Optional.of("to check an intent: waymark validate " + ShellWord.of(name));
        }
        return switch (name) {
            case "apply", "create", "deploy", "install" ->
                Optional.of("Waymark writes files for Argo CD or Flux, and applies nothing: waymark render -o DIR");
            case "build", "compile", "generate", "template" -> Optional.of("did you mean `render`?");
            case "test", "verify", "analyze" -> Optional.of("did you mean `validate`?");
            default -> Optional.empty();
        };
    }

    static UsageException unknownOption(Command command, String option) {
        List<String> names =
                command.allOptions().stream().map(spec -> "--" + spec.name()).toList();
        return new UsageException(command.name() + " has no option `" + option + "`; "
                + NearName.help(option, names, elsewhere(command, option)));
    }

    /** Options of kubectl for what goes by another name here. */
    private static String elsewhere(Command command, String option) {
        boolean file = List.of("-f", "--file", "--filename").contains(option);
        boolean format = List.of("-o", "--output").contains(option);
        if (file && command.readsIntents()) {
            return "an intent is named without one: waymark " + command.name() + " mesh.yaml";
        }
        return format && command.formats().size() > 1
                ? "--format chooses what is printed"
                : "waymark " + command.name() + " --help lists them";
    }

    /** An option of several letters behind one hyphen, which would be read as a short one and its value. */
    static void checkHyphens(Command command, List<String> arguments) throws UsageException {
        int end = arguments.contains("--") ? arguments.indexOf("--") : arguments.size();
        for (String argument : arguments.subList(0, end)) {
            boolean single = argument.matches("-[a-z]{3,}");
            for (OptionSpec option : command.allOptions()) {
                if (single && option.name().startsWith(argument.substring(1))) {
                    throw new UsageException(
                            "`" + argument + "` has one hyphen; did you mean `--" + option.name() + "`?");
                }
            }
        }
    }
}
