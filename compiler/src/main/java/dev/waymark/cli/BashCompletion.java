package dev.waymark.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The script for bash. It needs nothing beside bash, from 4 on; older ones offer files in some places too. */
final class BashCompletion {
    private BashCompletion() {}

    static String script(List<Command> commands) {
        StringBuilder script = new StringBuilder("""
                # Completes the command lines of waymark in bash. To load it: source <(waymark completion bash)

                _waymark_words() {
                    compopt +o default 2>/dev/null
                    COMPREPLY=($(compgen -W "$1" -- "$cur"))
                }

                # Of the intent in the working folder; its name is looked for by the program itself.
                _waymark_targets() {
                    "${COMP_WORDS[0]}" completion targets 2>/dev/null
                }

                _waymark_folders() {
                    compopt +o default -o dirnames 2>/dev/null
                }

                _waymark_nothing() {
                    compopt +o default 2>/dev/null
                }

                # Where COMPREPLY stays empty, bash completes the names of files.
                _waymark() {
                    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]}
                    COMPREPLY=()
                    # bash makes three words of --option=value.
                    if [[ $cur == '=' ]]; then
                        cur=
                    elif [[ $prev == '=' ]]; then
                        prev=${COMP_WORDS[COMP_CWORD - 2]}
                    fi
                    if ((COMP_CWORD == 1)); then
                """);
        Stream<String> first = Stream.concat(commands.stream().map(Command::name), names(CommonOptions.ofProgram()));
        script.append("        _waymark_words '").append(join(first)).append("'\n        return\n    fi\n");
        script.append("    case ${COMP_WORDS[1]} in\n");
        commands.forEach(command -> append(script, command));
        return script.append("""
                    esac
                }

                complete -o default -F _waymark waymark
                """).toString();
    }

    private static void append(StringBuilder script, Command command) {
        script.append("        ").append(command.name()).append(")\n            case $prev in\n");
        command.allOptions().stream()
                .filter(option -> !option.isFlag())
                .forEach(option -> script.append("                ")
                        .append(names(List.of(option)).collect(Collectors.joining(" | ")))
                        .append(") ")
                        .append(action(option.values()))
                        .append(" ;;\n"));
        script.append("                *)\n                    case $cur in\n");
        script.append("                        -*) _waymark_words '")
                .append(join(names(command.allOptions())))
                .append("' ;;\n");
        script.append("                        *) ")
                .append(action(command.operands().values()))
                .append(" ;;\n                    esac\n                    ;;\n            esac\n            ;;\n");
    }

    private static String action(Values values) {
        return switch (values.kind()) {
            case WORDS -> "_waymark_words '" + String.join(" ", values.words()) + "'";
            case TARGETS -> "_waymark_words \"" + String.join(" ", values.words()) + " $(_waymark_targets)\"";
            case FILES -> ":";
            case FOLDERS -> "_waymark_folders";
            case ANYTHING -> "_waymark_nothing";
        };
    }

    private static Stream<String> names(List<OptionSpec> options) {
        return options.stream().flatMap(option -> option.names().stream());
    }

    private static String join(Stream<String> words) {
        return words.collect(Collectors.joining(" "));
    }
}
