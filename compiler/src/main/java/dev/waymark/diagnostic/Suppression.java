package dev.waymark.diagnostic;

import dev.waymark.source.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an author wrote to have a warning or a note taken away, right or wrong.
 *
 * @param code the word that stands in place of a code
 * @param reason why; empty where none is given
 * @param span the comment, or the annotation
 * @param line the first line of its file that it counts for, from 1
 * @param lastLine the last one, the same for a comment
 * @param annotation whether it stands in the annotations of an object, for all of which it counts
 */
public record Suppression(String code, String reason, Span span, int line, int lastLine, boolean annotation) {
    private static final String NO_EFFECT = "it takes nothing away";

    /** A comment, which counts for one line. */
    public static Suppression ofLine(String code, String reason, Span span, int line) {
        return new Suppression(code, reason, span, line, line, false);
    }

    /** An annotation, which counts for its object. */
    public static Suppression ofObject(String code, String reason, Span span, Span object) {
        return new Suppression(code, reason, span, object.line(), object.endLine(), true);
    }

    /** What is wrong with it wherever it stands. */
    public Optional<Diagnostic> fault() {
        Optional<Code> known = Code.of(code);
        if (known.isEmpty()) {
            return Optional.of(unknown());
        }
        if (known.get().isAlwaysError()) {
            return Optional.of(ofAnError());
        }
        return reason.isEmpty() ? Optional.of(withoutReason()) : Optional.empty();
    }

    private Diagnostic unknown() {
        List<String> codes = Arrays.stream(Code.values()).map(Code::id).toList();
        String message =
                code.isEmpty() ? "no code stands behind `waymark:allow`" : "no diagnostic has the code `" + code + "`";
        return invalid(
                message, NO_EFFECT, NearName.help(code, codes, "write the code that a message shows in brackets"));
    }

    private Diagnostic withoutReason() {
        return invalid(
                code + " is allowed without a reason",
                NO_EFFECT + ": nobody could tell later whether it still holds",
                annotation
                        ? "write `" + code + ": `, and then the reason"
                        : "write `# waymark:allow " + code + " because`, and then the reason");
    }

    /** It stands where its code is reported as an error. */
    Diagnostic ofAnError() {
        return invalid(
                code + " is an error, and no error can be allowed",
                NO_EFFECT + ": the mesh would be broken whatever the reason",
                "mend what it reports, and remove this " + (annotation ? "annotation" : "comment"));
    }

    /** No rule reported its code on its line. */
    Diagnostic unused() {
        return invalid(
                code + " is not reported " + (annotation ? "of this object" : "on line " + line),
                "it takes nothing away now, and would hide the next mistake that is made there",
                annotation
                        ? "remove it, or put it on the object that the message points to"
                        : "remove it, or put it on the line of the message or right above that line");
    }

    private Diagnostic invalid(String message, String consequence, String help) {
        return Diagnostic.of(Code.INVALID_SUPPRESSION, message, consequence, help)
                .at(span);
    }
}
