package dev.waymark.yaml;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Makes the tree of one document after another out of events, with a stack of its own instead of recursion. */
final class NodeBuilder {
    private final SourceFile file;
    private final Deque<Open> stack = new ArrayDeque<>();
    private final Set<String> anchors = new HashSet<>();
    private List<Diagnostic> problems = new ArrayList<>();
    private @Nullable YamlNode root;
    private int nodes;

    NodeBuilder(SourceFile file) {
        this.file = file;
    }

    /** Ends the reading of a file that is larger than anybody meant. */
    static final class LimitException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Diagnostic diagnostic;

        LimitException(Diagnostic diagnostic) {
            super(diagnostic.message(), null, false, false);
            this.diagnostic = diagnostic;
        }

        Diagnostic diagnostic() {
            return diagnostic;
        }
    }

    /** A collection whose end has not come yet. */
    private static final class Open {
        private final Span start;
        private final boolean closed;
        private final boolean mapping;
        private final Map<String, YamlMapping.Entry> entries = new LinkedHashMap<>();
        private final List<YamlNode> items = new ArrayList<>();
        private @Nullable YamlScalar key;
        private boolean merges;
        private Span last;

        /** @param closed whether a bracket or a brace marks its end */
        Open(Span start, boolean closed, boolean mapping) {
            this.start = start;
            this.closed = closed;
            this.mapping = mapping;
            this.last = start;
        }
    }

    void start() {
        root = null;
        problems = new ArrayList<>();
    }

    YamlNode root() {
        return Objects.requireNonNull(root);
    }

    List<Diagnostic> problems() {
        return problems;
    }

    void accept(Event event) {
        switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> alias((AliasEvent) event);
            case MappingStart, SequenceStart -> open((CollectionStartEvent) event);
            case MappingEnd, SequenceEnd -> close(event);
            default -> {}
        }
    }

    private void scalar(ScalarEvent event) {
        checkProperties(event, event.getTag());
        OptionalInt invalid = Characters.firstInvalid(event.getValue());
        if (invalid.isPresent()) {
            String message = String.format("U+%04X is not a character that a manifest can hold", invalid.getAsInt());
            problem(span(event), message, "remove it");
        }
        ScalarType type = event.isPlain() ? ScalarType.ofPlain(event.getValue()) : ScalarType.STRING;
        put(new YamlScalar(scalarSpan(event), event.getValue(), type), event.isPlain());
    }

    private Span scalarSpan(ScalarEvent event) {
        boolean block = event.getScalarStyle() == ScalarStyle.LITERAL || event.getScalarStyle() == ScalarStyle.FOLDED;
        int start = start(event);
        // A block scalar ends somewhere on a later line: its indicator is what a message can point to.
        return new Span(file, start, block ? start + 1 : end(event));
    }

    private void alias(AliasEvent event) {
        Span span = span(event);
        String name = event.getAlias().getValue();
        Open parent = stack.peek();
        // That a mapping is merged has been told: which one is the same mistake.
        if (parent == null || parent.key == null || !parent.merges) {
            String help = anchors.contains(name)
                    ? "write the value out where it is used"
                    : "put it in quotes: nothing has the anchor `&" + name + "`";
            problem(span, "`*" + name + "` is an alias", help);
        }
        put(new YamlScalar(span, "", ScalarType.NULL), false);
    }

    private void open(CollectionStartEvent event) {
        checkProperties(event, event.getTag());
        if (stack.size() == YamlReader.MAX_DEPTH) {
            throw tooLarge(span(event), "this lies more than " + YamlReader.MAX_DEPTH + " levels deep");
        }
        boolean mapping = event.getEventId() == Event.ID.MappingStart;
        Span start = new Span(file, start(event), start(event) + 1);
        // The one pair of `[a: b]` is a mapping without braces: it too ends where its value does.
        boolean closed = event.isFlow() && end(event) > start(event);
        stack.push(new Open(start, closed, mapping));
    }

    private void close(Event event) {
        Open open = stack.pop();
        // A block collection ends where its last value does: the parser's mark already stands on a later line.
        Span span = new Span(file, open.start.start(), open.closed ? end(event) : open.last.end());
        put(open.mapping ? new YamlMapping(span, open.entries) : new YamlSequence(span, open.items), false);
    }

    private void put(YamlNode node, boolean plain) {
        if (++nodes > YamlReader.MAX_NODES) {
            throw tooLarge(node.span(), "the file holds more than " + YamlReader.MAX_NODES + " values");
        }
        Open parent = stack.peek();
        if (parent == null) {
            root = node;
            return;
        }
        parent.last = node.span();
        if (!parent.mapping) {
            parent.items.add(node);
        } else if (parent.key == null) {
            parent.key = key(parent, node, plain);
        } else {
            addEntry(parent, parent.key, node);
            parent.key = null;
        }
    }

    private YamlScalar key(Open parent, YamlNode node, boolean plain) {
        if (!(node instanceof YamlScalar scalar)) {
            notAKey(parent, node);
            return new YamlScalar(node.span(), "", ScalarType.NULL);
        }
        parent.merges = plain && scalar.text().equals(YamlReader.MERGE_KEY);
        if (parent.merges) {
            problem(scalar.span(), "`<<` merges another mapping", "write its fields out");
        }
        return scalar;
    }

    /** Braces in braces are what Helm and its like write; to YAML they are a mapping as the key of another one. */
    private void notAKey(Open parent, YamlNode node) {
        boolean braces =
                parent.closed && node instanceof YamlMapping && node.span().start() == parent.start.end();
        if (braces) {
            String help = "write the value, or let the template engine write the whole file before Waymark reads it";
            problem(parent.start.to(node.span()), "`{{` is for a template engine, and Waymark is none", help);
        } else {
            problem(node.span(), "a list or a mapping stands as a key", "use a word as the key");
        }
    }

    private void addEntry(Open parent, YamlScalar key, YamlNode value) {
        YamlMapping.Entry first = parent.entries.putIfAbsent(key.text(), new YamlMapping.Entry(key, value));
        if (first != null) {
            add(Diagnostic.of(Code.DUPLICATE_KEY, key.text())
                    .at(key.span(), "stated again")
                    .and(first.key().span(), "stated first"));
        }
    }

    private void checkProperties(NodeEvent event, Optional<String> tag) {
        if (event.getAnchor().isEmpty() && tag.isEmpty()) {
            return;
        }
        Span span = span(event);
        event.getAnchor().ifPresent(anchor -> {
            anchors.add(anchor.getValue());
            String help = "remove it, and write the value out where it is used";
            problem(span, "`&" + anchor.getValue() + "` is an anchor", help);
        });
        tag.map(NodeBuilder::written)
                .ifPresent(name ->
                        problem(span, "`" + name + "` is a tag", "remove it; quote the value if it is meant as text"));
    }

    /** A tag as the author wrote it. */
    private static String written(String tag) {
        return tag.replace("tag:yaml.org,2002:", "!!");
    }

    private void problem(Span span, String message, String help) {
        add(Diagnostic.of(Code.UNSUPPORTED_YAML, message, help).at(span));
    }

    private void add(Diagnostic problem) {
        if (problems.size() == YamlReader.MAX_PROBLEMS) {
            throw tooLarge(
                    problem.span().orElseThrow(),
                    "the document repeats a key, or has an anchor, an alias or a tag, for more than the "
                            + YamlReader.MAX_PROBLEMS + "th time");
        }
        problems.add(problem);
    }

    private static LimitException tooLarge(Span span, String message) {
        String help = "such a file is made by a program, or by mistake: split it into documents of one unit";
        return new LimitException(
                Diagnostic.of(Code.UNSUPPORTED_YAML, message, help).at(span));
    }

    private Span span(Event event) {
        return new Span(file, start(event), Math.max(start(event) + 1, end(event)));
    }

    private static int start(Event event) {
        return event.getStartMark().map(Mark::getIndex).orElse(0);
    }

    private static int end(Event event) {
        return event.getEndMark().map(Mark::getIndex).orElse(0);
    }
}
