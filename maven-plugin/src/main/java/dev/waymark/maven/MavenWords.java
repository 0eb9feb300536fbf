package dev.waymark.maven;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Says in Maven's words what a message says in those of the command line. */
final class MavenWords {
    private static final Pattern COMMAND = Pattern.compile("`waymark (validate|render|check|diff)`");
    private static final Pattern OPTION = Pattern.compile("--([a-z]+(?:-[a-z]+)*)(?: ([A-Za-z0-9][^\\s`,;]*))?(?=`)");

    private MavenWords() {}

    /** {@code `--remove-unit shop`} becomes {@code `-Dwaymark.removeUnit=shop`}. */
    static String of(String text) {
        String goals = COMMAND.matcher(text).replaceAll("`mvn waymark:$1`");
        return OPTION.matcher(goals).replaceAll(MavenWords::property);
    }

    private static String property(MatchResult option) {
        String name = Pattern.compile("-([a-z])")
                .matcher(option.group(1))
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
        return "-Dwaymark." + name + (option.group(2) == null ? "" : "=" + option.group(2));
    }
}
