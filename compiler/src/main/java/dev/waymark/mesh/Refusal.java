package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.intent.Text;

/** WM3001 in the words of the one who would say it. */
final class Refusal {
    private Refusal() {}

    /** @param said word for word, as far as it depends on nothing that is said elsewhere */
    static Diagnostic webhook(String message, String said, String help) {
        return Diagnostic.of(Code.INVALID_SERVICE_ENTRY, message, "Istio's webhook", said, help);
    }

    /** A rule of the custom resource definition. */
    static Diagnostic apiServer(String message, String said, String help) {
        return Diagnostic.of(Code.INVALID_SERVICE_ENTRY, message, "the API server", said, help);
    }

    /** Shows the resolution beside what does not go with it, where it was stated. */
    static Diagnostic withResolution(Diagnostic diagnostic, External external) {
        return external.intent()
                .resolution()
                .map(Text::span)
                .map(span -> diagnostic.and(span, "stated here"))
                .orElse(diagnostic);
    }
}
