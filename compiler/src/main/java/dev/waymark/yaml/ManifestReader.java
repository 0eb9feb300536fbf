package dev.waymark.yaml;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.source.DamagedTextException;
import dev.waymark.source.FileTree;
import dev.waymark.source.InputException;
import dev.waymark.source.ManifestSource;
import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import dev.waymark.source.TextReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads manifests that exist, object by object, whoever wrote them: YAML or JSON, documents or lists of objects, whatever
 * their size. Objects of kinds that nobody asks for are passed over, and so are fields ({@link ManifestKinds}).
 */
public final class ManifestReader {
    private final Consumer<ManifestObject> sink;
    private final Strings strings = new Strings();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private ManifestReader(Consumer<ManifestObject> sink) {
        this.sink = sink;
    }

    /**
     * Reads all inputs in their order, the files of a folder by name. What cannot be read ends its file, not the run.
     *
     * @param tree where names lead
     * @param names files, folders, or {@code -}
     * @param sink takes each object once; it may hold places in it, better not the object
     * @throws InputException if an input is missing or breaks off
     */
    public static Reading read(
            FileTree tree, List<String> names, InputStream standardInput, Consumer<ManifestObject> sink)
            throws InputException {
        ManifestReader reader = new ManifestReader(sink);
        List<ObjectGate> files = new ArrayList<>();
        for (ManifestSource source : ManifestSource.find(tree, names, standardInput)) {
            files.add(reader.read(source));
        }
        return new Reading(
                files.size(),
                reader.diagnostics,
                files.stream().mapToLong(ObjectGate::passedOver).sum(),
                files.stream().flatMap(file -> file.intent().stream()).toList());
    }

    /** Where places stand in the objects of their files; those in no object have none. */
    static Map<Span, Place> places(Collection<Span> spans) {
        Map<SourceFile, NavigableMap<Integer, Span>> byFile = new LinkedHashMap<>();
        spans.forEach(span ->
                byFile.computeIfAbsent(span.file(), file -> new TreeMap<>()).put(span.start(), span));
        Map<Span, Place> places = new HashMap<>();
        byFile.forEach((file, wanted) -> {
            ManifestReader reader = new ManifestReader(object -> wanted.subMap(
                            object.span().start(), true, object.span().end(), true)
                    .values()
                    .forEach(span -> places.put(span, object.place(span))));
            try {
                reader.read(ManifestSource.again(file));
            } catch (InputException gone) {
                // A file that has vanished since leaves its messages without pointers.
            }
        });
        return places;
    }

    private ObjectGate read(ManifestSource source) throws InputException {
        ObjectGate gate = new ObjectGate(source.file(), sink);
        try {
            Optional<Diagnostic> broken = source.read(text -> read(source, text, gate));
            broken.or(() -> gate.skipped().map(skipped -> Skipped.weigh(source, skipped)))
                    .ifPresent(diagnostics::add);
        } catch (DamagedTextException e) {
            diagnostics.add(Skipped.damaged(source, e.damage()));
        }
        return gate;
    }

    /** Reads up to the end of a text, or to what cannot be read. */
    private Optional<Diagnostic> read(ManifestSource source, TextReader text, ObjectGate gate) throws IOException {
        Skimmer skimmer = new Skimmer(text);
        ObjectBuilder builder = new ObjectBuilder(source.file(), skimmer, strings, gate);
        try {
            for (Event event : new Parse(settings(text)).parseReader(skimmer)) {
                skimmer.startRow();
                builder.accept(event);
            }
            return Optional.empty();
        } catch (Skimmer.TooLongException e) {
            return Optional.of(unreadable(source, UnreadableException.tooLong(builder.place())));
        } catch (UnreadableException e) {
            return Optional.of(unreadable(source, e));
        } catch (YamlEngineException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            return Optional.of(syntaxError(source, skimmer, e));
        }
    }

    /** With the small buffer that is the default, a long word takes a time that grows with the square of its length. */
    private static LoadSettings settings(TextReader text) {
        return LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setBufferSize(text.bufferSize())
                .build();
    }

    private static Diagnostic unreadable(ManifestSource source, UnreadableException e) {
        return e.isLimit()
                ? Skipped.tooLarge(source, e.span(), e.problem())
                : Skipped.malformed(source, e.span(), e.problem());
    }

    private static Diagnostic syntaxError(ManifestSource source, Skimmer skimmer, YamlEngineException e) {
        int index = 0;
        String problem = String.valueOf(e.getMessage());
        if (e instanceof MarkedYamlEngineException marked
                && marked.getProblemMark().isPresent()) {
            index = marked.getProblemMark().get().getIndex();
            problem = marked.getProblem();
        } else if (e instanceof ReaderException unreadable) {
            index = unreadable.getPosition();
            problem = String.format("the character U+%04X cannot stand in a text", unreadable.getCodePoint());
        }
        int offset = skimmer.place(index);
        return Skipped.malformed(source, new Span(source.file(), offset, offset + 1), YamlReader.oneLine(problem));
    }
}
