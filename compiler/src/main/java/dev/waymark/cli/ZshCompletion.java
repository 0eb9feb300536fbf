package dev.waymark.cli;

import java.util.List;
import java.util.stream.Collectors;

/** The script for zsh, a function for its completion system. */
final class ZshCompletion {
    private ZshCompletion() {}

    static String script(List<Command> commands) {
        StringBuilder script = new StringBuilder("""
                #compdef waymark
                # Completes the command lines of waymark in zsh. To load it: source <(waymark completion zsh),
                # or save it as _waymark in a folder of $fpath.

                # Of the intent in the working folder.
                _waymark_targets() {
                    compadd -- "$@" ${(f)"$(command waymark completion targets 2>/dev/null)"}
                }

                _waymark() {
                    local curcontext=$curcontext
                    local -a commands options
                    if ((CURRENT == 2)); then
                        commands=(
                """);
        commands.forEach(command -> line(script, 12, command.name(), command.summary()));
        script.append("        )\n        options=(\n");
        for (OptionSpec option : CommonOptions.ofProgram()) {
            option.names().forEach(name -> line(script, 12, name, option.help()));
        }
        script.append("""
                        )
                        if [[ $PREFIX == -* ]]; then
                            _describe -o option options
                        else
                            _describe command commands
                        fi
                        return
                    fi
                    shift words
                    ((CURRENT -= 1))
                    case $words[1] in
                """);
        commands.forEach(command -> append(script, command));
        return script.append("""
                    esac
                }

                if [[ $funcstack[1] == _waymark ]]; then
                    _waymark "$@"
                else
                    compdef _waymark waymark
                fi
                """).toString();
    }

    private static void line(StringBuilder script, int indent, String name, String text) {
        script.append(" ".repeat(indent)).append(quoted(name + ":" + text)).append('\n');
    }

    private static void append(StringBuilder script, Command command) {
        script.append("        ").append(command.name()).append(")\n            _arguments -S");
        command.allOptions()
                .forEach(option -> script.append(" \\\n                ").append(option(option)));
        script.append(" \\\n                ")
                .append(operands(command.operands()))
                .append("\n            ;;\n");
    }

    /** One specification for each name, of which the one excludes the other. */
    private static String option(OptionSpec option) {
        String excluded = option.names().size() == 1 ? "" : "(" + String.join(" ", option.names()) + ")";
        String prefix = isRepeatable(option) ? "*" : excluded;
        return option.names().stream()
                .map(name -> quoted(prefix + name + suffix(option, name) + description(option) + value(option)))
                .collect(Collectors.joining(" "));
    }

    /** A switch, a word out of a list and the output directory are given once. */
    private static boolean isRepeatable(OptionSpec option) {
        return !option.isFlag()
                && (option.values().equals(Values.FILES) || option.values().equals(Values.ANYTHING));
    }

    /** Where the value may stand: behind {@code =} or in the next word, of a short option also in the same one. */
    private static String suffix(OptionSpec option, String name) {
        if (option.isFlag()) {
            return "";
        }
        return name.startsWith("--") ? "=" : "+";
    }

    private static String description(OptionSpec option) {
        return "[" + option.help().replace("[", "\\[").replace("]", "\\]") + "]";
    }

    private static String value(OptionSpec option) {
        return option.isFlag() ? "" : ":" + option.value() + ":" + action(option.values());
    }

    private static String operands(Operands operands) {
        boolean one = operands.values().kind() == Values.Kind.WORDS
                || operands.values().kind() == Values.Kind.TARGETS;
        return quoted((one ? "1" : "*") + ":argument:" + action(operands.values()));
    }

    private static String action(Values values) {
        return switch (values.kind()) {
            case WORDS -> "(" + String.join(" ", values.words()) + ")";
            case TARGETS -> "_waymark_targets " + String.join(" ", values.words());
            case FILES -> "_files";
            case FOLDERS -> "_files -/";
            case ANYTHING -> "";
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
