package dev.waymark.overlay;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.yaml.Places;
import dev.waymark.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What comes out when overlays are laid over intents.
 *
 * @param written intents and overlays as they were read
 */
record LaidOut(List<YamlDocument> written, List<YamlDocument> laid, DiagnosticLog log) {
    static LaidOut of(List<YamlDocument> intents, List<YamlDocument> overlays, DiagnosticLog log) {
        List<YamlDocument> written = new ArrayList<>(intents);
        written.addAll(overlays);
        return new LaidOut(written, log.hasErrors() ? List.of() : Overlays.lay(intents, overlays, log), log);
    }

    /** Each with its place, and the pointer that reports for programs show: it leads to a value in the file of the message. */
    String messages() {
        return log.sorted().stream().map(this::message).collect(Collectors.joining());
    }

    private String message(Diagnostic found) {
        Places places = new Places(written);
        String pointer = found.subject()
                .map(places::ofValue)
                .orElseGet(() -> places.of(found.span().orElseThrow()))
                .pointer();
        return found.span().orElseThrow() + " " + pointer + "\n  "
                + found.code().id() + " " + found.message() + "\n"
                + (found.help().isEmpty() ? "" : "  " + found.help() + "\n");
    }

    /** Every value is one that somebody wrote, at its place. */
    void checkOrigins() {
        Origins origins = new Origins(written);
        laid.forEach(document -> origins.check(document.root()));
    }
}
