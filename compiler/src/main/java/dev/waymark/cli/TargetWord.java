package dev.waymark.cli;

import dev.waymark.diagnostic.NearName;
import dev.waymark.reasons.TargetName;
import java.util.List;
import java.util.Locale;

/** A target on a command line. */
final class TargetWord {
    private TargetWord() {}

    /** What it names; in the namespace that goes without saying, where it states none. */
    static TargetName read(String word, Invocation invocation) throws UsageException {
        if (!word.contains("/")) {
            throw noTarget(word);
        }
        return TargetName.of(word, invocation.defaultNamespace()).orElseThrow(() -> unreadable(word));
    }

    private static UsageException unreadable(String word) {
        String kind = word.substring(0, word.indexOf('/'));
        List<String> kinds = TargetName.kinds();
        if (kinds.contains(kind.toLowerCase(Locale.ROOT))) {
            return noTarget(word);
        }
        boolean named = word.indexOf('/') == word.lastIndexOf('/') && !word.endsWith("/");
        String otherwise = named ? "did you mean `service/" + word + "`?" : "known are " + String.join(", ", kinds);
        return new UsageException("nothing of kind `" + kind + "` can have a waypoint; "
                + NearName.help(kind.toLowerCase(Locale.ROOT), kinds, otherwise));
    }

    private static UsageException noTarget(String word) {
        return new UsageException("`" + word + "` is no target; write KIND/NAMESPACE/NAME, or namespace/NAME");
    }
}
