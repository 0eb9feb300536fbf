package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.MeshIntent;
import dev.waymark.intent.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What all documents together state of something that can only be one. */
record Stated(List<MeshIntent> intents, DiagnosticLog log) {
    /** The value of a field; WM1012 where two documents differ. */
    Optional<Text> once(String field, Function<MeshIntent, Optional<Text>> value) {
        @Nullable Text first = null;
        for (MeshIntent intent : intents) {
            @Nullable Text stated = value.apply(intent).orElse(null);
            if (first == null) {
                first = stated;
            } else if (stated != null && !stated.value().equals(first.value())) {
                log.add(Diagnostic.of(
                                Code.CONFLICTING_SETTINGS,
                                "`" + field + "` is " + stated + " here and " + first + " elsewhere",
                                "what is compiled together is one mesh: half of it would be rendered for another",
                                "state it in one document")
                        .at(stated.span())
                        .and(first.span(), "stated first"));
            }
        }
        return Optional.ofNullable(first);
    }
}
