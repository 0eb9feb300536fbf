package dev.waymark;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.Reading;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Manifests are to be checked, and there are none. A mistyped path, a pipe that broke and a chart that nobody rendered
 * look so; none of them must let a build pass.
 */
final class NothingToCheck {
    private NothingToCheck() {}

    /** @param names what was to be checked */
    static Diagnostic of(List<String> names, Reading reading) {
        Diagnostic nothing = Diagnostic.of(Code.NOTHING_TO_CHECK, where(names) + files(reading));
        return reading.intents().stream()
                .findFirst()
                .map(intent -> nothing.at(intent, "an intent is no manifest")
                        .help("intents are checked by `waymark validate " + String.join(" ", names) + "`"))
                .orElse(nothing);
    }

    private static String where(List<String> names) {
        return names.stream()
                .map(name -> name.equals(SourceFile.STANDARD_INPUT) ? "standard input" : name)
                .collect(Collectors.joining(", "));
    }

    private static String files(Reading reading) {
        int skipped = reading.skipped().size();
        return skipped == 0 ? "" : " (files skipped: " + skipped + " of " + reading.files() + ")";
    }
}
