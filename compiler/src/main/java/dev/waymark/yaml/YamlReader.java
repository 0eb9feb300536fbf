package dev.waymark.yaml;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.source.Source;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourceReader;
import dev.waymark.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/** Reads the documents of a text from the parser's events. */
public final class YamlReader {
    /** How deep mappings and lists may lie in each other. */
    public static final int MAX_DEPTH = 100;

    /** How many values a file may hold. */
    public static final int MAX_NODES = 1_000_000;

    /** How much of a document may be YAML that we do not take before its author has to be told no more of it. */
    static final int MAX_PROBLEMS = 1000;

    /** The key that merges a mapping in YAML 1.1. */
    public static final String MERGE_KEY = "<<";

    private final SourceFile file;
    private final List<YamlDocument> documents = new ArrayList<>();
    private int index;

    private YamlReader(SourceFile file) {
        this.file = file;
    }

    /** Reads a source; one that is damaged has no documents. */
    public static YamlStream read(Source source) {
        return source.damage()
                .map(damage -> new YamlStream(List.of(), List.of(describe(source.file(), damage))))
                .orElseGet(() -> read(source.file()));
    }

    /** Reads a text up to its end or to what cannot be read. */
    public static YamlStream read(SourceFile file) {
        YamlReader reader = new YamlReader(file);
        List<Diagnostic> damage = reader.readDocuments().map(List::of).orElse(List.of());
        return new YamlStream(reader.documents, damage);
    }

    private Optional<Diagnostic> readDocuments() {
        NodeBuilder builder = new NodeBuilder(file);
        try {
            for (Event event : new Parse(Settings.EVENTS.of(file.text())).parseString(file.text())) {
                if (event.getEventId() == Event.ID.DocumentStart) {
                    builder.start();
                } else if (event.getEventId() == Event.ID.DocumentEnd) {
                    add(builder);
                } else {
                    builder.accept(event);
                }
            }
            return Optional.empty();
        } catch (NodeBuilder.LimitException limit) {
            return Optional.of(limit.diagnostic());
        } catch (YamlEngineException e) {
            return Optional.of(syntaxError(e));
        }
    }

    private void add(NodeBuilder builder) {
        index++;
        YamlNode root = builder.root();
        boolean empty = root instanceof YamlScalar scalar && scalar.type() == ScalarType.NULL;
        if (!empty) {
            documents.add(new YamlDocument(file, index, root, root.span(), builder.problems()));
        }
    }

    private Diagnostic syntaxError(YamlEngineException e) {
        if (e instanceof MarkedYamlEngineException marked
                && marked.getProblemMark().isPresent()) {
            return SyntaxError.describe(file, marked);
        }
        if (e instanceof ReaderException unreadable) {
            String problem = String.format("the character U+%04X cannot stand in a text", unreadable.getCodePoint());
            return Diagnostic.of(Code.YAML_SYNTAX, problem).at(place(unreadable.getPosition()));
        }
        String problem = e instanceof YamlVersionException ? "its version is not 1.1 or 1.2" : e.getMessage();
        return Diagnostic.of(Code.YAML_SYNTAX, oneLine(String.valueOf(problem))).at(place(0));
    }

    static String oneLine(String text) {
        return text.replaceAll("\\s*[\\r\\n]+\\s*", " ").strip();
    }

    private Span place(int offset) {
        return new Span(file, offset, offset + 1);
    }

    private static Diagnostic describe(SourceFile file, Source.Damage damage) {
        Span span = new Span(file, damage.offset(), damage.offset() + 1);
        return switch (damage.kind()) {
            case NOT_UTF8, NOT_UTF16 ->
                Diagnostic.of(Code.YAML_SYNTAX, "the bytes behind this place are not UTF-8")
                        .at(span)
                        .help("save the file as UTF-8");
            case TOO_LARGE ->
                Diagnostic.of(
                                Code.UNSUPPORTED_YAML,
                                "the file has more than " + SourceReader.MAX_MEBIBYTES + " MiB",
                                "split it into several files: documents of one unit may lie side by side in one folder")
                        .at(span);
        };
    }
}
