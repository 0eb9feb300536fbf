package dev.waymark.yaml;

import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import dev.waymark.yaml.Anchors.Anchored;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Makes the trees of Kubernetes objects out of events, each of them when its end has come: a document, or an item of a
 * list of objects. Aliases are resolved and merge keys carried out; of two equal keys the last one counts, as for
 * {@code kubectl}; tags are ignored. What nobody reads is passed over.
 */
final class ObjectBuilder {
    private final SourceFile file;
    private final Skimmer text;
    private final Strings strings;
    private final ObjectGate gate;
    private final Deque<OpenNode> stack = new ArrayDeque<>();
    private final Anchors anchors = new Anchors();
    private int document;
    private int nodes;
    private int skippedDepth;
    private int end;

    ObjectBuilder(SourceFile file, Skimmer text, Strings strings, ObjectGate gate) {
        this.file = file;
        this.text = text;
        this.strings = strings;
        this.gate = gate;
    }

    void accept(Event event) {
        end = end(event);
        switch (event.getEventId()) {
            case DocumentStart -> startDocument();
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> alias((AliasEvent) event);
            case MappingStart, SequenceStart -> open((CollectionStartEvent) event);
            case MappingEnd, SequenceEnd -> close(event);
            default -> {}
        }
    }

    /** Where the reading stands. */
    Span place() {
        return new Span(file, end, end + 1);
    }

    private void startDocument() {
        document++;
        nodes = 0;
        anchors.clear();
    }

    private void scalar(ScalarEvent event) {
        if (isSkipped()) {
            return;
        }
        ScalarType type = event.isPlain() ? ScalarType.ofPlain(event.getValue()) : ScalarType.STRING;
        YamlScalar node = new YamlScalar(scalarSpan(event), strings.unique(event.getValue()), type);
        event.getAnchor().ifPresent(anchor -> remember(anchor.getValue(), new Anchored(node, 1, 1)));
        if (nextScope(stack.peek()).isObject() && !isBeforeKey() && !node.isNull()) {
            gate.foreign(node.span());
        }
        put(node, event.isPlain());
    }

    private Span scalarSpan(ScalarEvent event) {
        boolean block = event.getScalarStyle() == ScalarStyle.LITERAL || event.getScalarStyle() == ScalarStyle.FOLDED;
        int start = start(event);
        return new Span(file, start, block ? start + 1 : end(event));
    }

    private void alias(AliasEvent event) {
        if (isSkipped()) {
            return;
        }
        Span span = span(event);
        String name = event.getAlias().getValue();
        String problem = "`*" + name + "` names nothing that is read ahead of it";
        Anchored value = anchors.find(name).orElseThrow(() -> UnreadableException.malformed(span, problem));
        count(value.nodes() - 1, span);
        if (stack.size() + value.height() > YamlReader.MAX_DEPTH) {
            throw UnreadableException.tooDeep(span);
        }
        stack.forEach(OpenNode::takeAlias);
        OpenNode parent = stack.element();
        parent.grow(value.height());
        if (value.node() instanceof YamlMapping mapping
                && !parent.begun().mapping()
                && nextScope(parent).isObject()) {
            gate.object(document, parent.nextPointer(), mapping);
        }
        put(value.node(), false);
    }

    /** Whether a value is one that nobody reads. */
    private boolean isSkipped() {
        if (skippedDepth > 0) {
            return true;
        }
        OpenNode parent = stack.peek();
        boolean skipped = parent != null && !isBeforeKey() && nextScope(parent).isNothing();
        if (skipped) {
            parent.skip();
        }
        return skipped;
    }

    private boolean isBeforeKey() {
        OpenNode parent = stack.peek();
        return parent != null && parent.isBeforeKey();
    }

    private static Scope nextScope(@Nullable OpenNode parent) {
        return parent == null ? Scope.document() : parent.nextScope();
    }

    private void open(CollectionStartEvent event) {
        if (stack.size() + skippedDepth >= YamlReader.MAX_DEPTH) {
            throw UnreadableException.tooDeep(span(event));
        }
        if (isSkipped()) {
            skippedDepth++;
            return;
        }
        if (isBeforeKey()) {
            throw UnreadableException.malformed(span(event), "a list or a mapping stands as a key");
        }
        OpenNode parent = stack.peek();
        Scope scope = nextScope(parent);
        if (event.getEventId() == Event.ID.SequenceStart && scope.isObject()) {
            gate.foreign(span(event));
            skippedDepth++;
            if (parent != null) {
                parent.skip();
            }
        } else {
            stack.push(new OpenNode(scope, parent == null ? "" : parent.nextPointer(), begun(event)));
            nodes = scope.isObject() ? 0 : nodes;
        }
    }

    private OpenNode.Start begun(CollectionStartEvent event) {
        boolean mapping = event.getEventId() == Event.ID.MappingStart;
        // The one pair of `[a: b]` is a mapping without braces: it too ends where its value does.
        boolean closed = event.isFlow() && end > start(event);
        Optional<String> anchor = event.getAnchor().map(Anchor::getValue);
        return new OpenNode.Start(start(event), closed, mapping, nodes, anchor);
    }

    private void close(Event event) {
        if (skippedDepth > 0) {
            skippedDepth--;
            return;
        }
        OpenNode open = stack.pop();
        OpenNode.Start begun = open.begun();
        YamlNode node = open.finish(new Span(file, begun.offset(), begun.closed() ? end(event) : open.end()));
        int size = open.scope().isObject() ? nodes + 1 : nodes - begun.nodesBefore() + 1;
        begun.anchor().ifPresent(name -> remember(name, new Anchored(node, size, open.height())));
        OpenNode parent = stack.peek();
        if (parent != null) {
            parent.grow(open.height());
        }
        if (open.scope().isObject() && node instanceof YamlMapping mapping) {
            nodes = begun.nodesBefore();
            gate.object(document, open, mapping);
        }
        put(node, false);
    }

    /** @param plain whether it is a scalar without quotes */
    private void put(YamlNode node, boolean plain) {
        OpenNode parent = stack.peek();
        if (parent == null) {
            return;
        }
        if (!parent.scope().isItems()) {
            count(1, node.span());
        }
        if (!parent.isBeforeKey()) {
            parent.put(node);
        } else if (node instanceof YamlScalar scalar) {
            parent.key(scalar, plain && scalar.text().equals(YamlReader.MERGE_KEY));
        } else {
            throw UnreadableException.malformed(node.span(), "a list or a mapping stands as a key");
        }
    }

    private void count(int more, Span place) {
        nodes += more;
        if (nodes > YamlReader.MAX_NODES) {
            throw UnreadableException.tooMany(place);
        }
    }

    private void remember(String name, Anchored value) {
        if (!anchors.add(name, value)) {
            throw UnreadableException.tooMany(value.node().span());
        }
    }

    private Span span(Event event) {
        return new Span(file, start(event), Math.max(start(event) + 1, end(event)));
    }

    private int start(Event event) {
        return text.place(event.getStartMark().map(Mark::getIndex).orElse(0));
    }

    /** Behind the last character: what was passed over may begin there. */
    private int end(Event event) {
        int index = event.getEndMark().map(Mark::getIndex).orElse(0);
        return index == 0 ? 0 : text.place(index - 1) + 1;
    }
}
