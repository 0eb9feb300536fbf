package dev.waymark.yaml;

import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Goes through a text that must say what its reader knows, without a tree and without places. Each call takes the next
 * step and tells whether it is the one that was asked for; after the first that is not, nothing more can be asked. What
 * {@link YamlReader} reports as a problem is a step that nobody can ask for.
 */
public final class YamlCursor {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(Integer.MAX_VALUE)
            .setUseMarks(false)
            .build();

    private final Iterator<Event> events;

    public YamlCursor(String text) {
        events = new Parse(SETTINGS).parseString(text).iterator();
    }

    /** Enters the only document of the text. */
    public boolean start() {
        return next(Event.ID.StreamStart) && next(Event.ID.DocumentStart);
    }

    /** Leaves the only document of the text. */
    public boolean finish() {
        return next(Event.ID.DocumentEnd) && next(Event.ID.StreamEnd);
    }

    public boolean startMapping() {
        return next() instanceof CollectionStartEvent start && isPlain(start, Event.ID.MappingStart);
    }

    public boolean endMapping() {
        return next(Event.ID.MappingEnd);
    }

    public boolean startSequence() {
        return next() instanceof CollectionStartEvent start && isPlain(start, Event.ID.SequenceStart);
    }

    public boolean endSequence() {
        return next(Event.ID.SequenceEnd);
    }

    /** Reads a scalar of this text and type. */
    public boolean scalar(String text, ScalarType type) {
        ScalarEvent scalar = scalar();
        return scalar != null && scalar.getValue().equals(text) && type(scalar) == type;
    }

    /** Reads a scalar that is text; empty if it is not. */
    public Optional<String> text() {
        ScalarEvent scalar = scalar();
        return scalar != null && type(scalar) == ScalarType.STRING ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    private @Nullable ScalarEvent scalar() {
        return next() instanceof ScalarEvent scalar && isPlain(scalar) ? scalar : null;
    }

    /** A merge key counts as none of ours wherever it stands: no text of ours is printed like it. */
    private static boolean isPlain(ScalarEvent scalar) {
        boolean merge = scalar.isPlain() && scalar.getValue().equals(YamlReader.MERGE_KEY);
        return !merge
                && scalar.getAnchor().isEmpty()
                && scalar.getTag().isEmpty()
                && Characters.firstInvalid(scalar.getValue()).isEmpty();
    }

    private static boolean isPlain(CollectionStartEvent start, Event.ID kind) {
        return start.getEventId() == kind
                && start.getAnchor().isEmpty()
                && start.getTag().isEmpty();
    }

    private static ScalarType type(ScalarEvent scalar) {
        return scalar.isPlain() ? ScalarType.ofPlain(scalar.getValue()) : ScalarType.STRING;
    }

    private boolean next(Event.ID kind) {
        Event event = next();
        return event != null && event.getEventId() == kind;
    }

    /** Null where the text ends or is no YAML. */
    private @Nullable Event next() {
        try {
            return events.hasNext() ? events.next() : null;
        } catch (YamlEngineException notYaml) {
            return null;
        }
    }
}
