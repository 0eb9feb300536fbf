package dev.waymark.overlay;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.diagnostic.NearName;
import dev.waymark.yaml.YamlScalar;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Reports what an overlay speaks of and nobody states. */
final class Misses {
    /** For how many unknown names a near one is looked for: beyond that the whole list is wrong, and the search long. */
    private static final int SEARCHED = 20;

    private final DiagnosticLog log;
    private final AtomicInteger searched = new AtomicInteger();

    Misses(DiagnosticLog log) {
        this.log = log;
    }

    /** An overlay of a unit that has no intents. */
    void unit(YamlScalar name, Collection<String> known) {
        String help = help(name.text(), () -> known, "name the unit of one of the intents");
        log.add(Diagnostic.of(
                        Code.OVERLAY_MATCHES_NOTHING,
                        "is for the unit `" + name.text() + "`, which has no intent",
                        help)
                .at(name.span()));
    }

    /**
     * An entry that is neither there nor new.
     *
     * @param owner what has no such entry
     */
    void entry(String owner, OverlayEntry entry, Supplier<Collection<String>> known) {
        boolean gone = entry.removes();
        String verb = gone ? "removes " : "changes ";
        String otherwise = gone ? "leave it out of the overlay" : "if it is new, add `add: true` to it";
        String help = help(entry.identity().name(), known, otherwise);
        log.add(Diagnostic.of(
                        Code.OVERLAY_MATCHES_NOTHING,
                        verb + entry.words() + ", which " + owner + " does not have",
                        help.equals(otherwise) || gone ? help : help + " Or, " + otherwise)
                .at(entry.place()));
    }

    /** A field that is cleared, and that {@code owner} does not state. */
    void unset(String owner, YamlScalar field, Supplier<Collection<String>> stated) {
        log.add(Diagnostic.of(
                        Code.OVERLAY_MATCHES_NOTHING,
                        "unsets `" + field.text() + "`, which " + owner + " does not state",
                        help(field.text(), stated, "leave it out of `unset`"))
                .at(field.span()));
    }

    private String help(String name, Supplier<Collection<String>> known, String otherwise) {
        return searched.getAndIncrement() < SEARCHED ? NearName.help(name, known.get(), otherwise) : otherwise;
    }
}
