package dev.waymark.yaml;

import dev.waymark.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mapping or a list in a manifest whose end has not come yet. */
final class OpenNode {
    private final Scope scope;
    private final String pointer;
    private final Start begun;
    private final Map<String, YamlMapping.Entry> entries = new LinkedHashMap<>();
    private final List<YamlNode> items = new ArrayList<>();
    private final List<YamlMapping> merged = new ArrayList<>();
    private @Nullable YamlScalar key;
    private Scope valueScope = Scope.EVERYTHING;
    private boolean merging;
    private int end;
    private int height = 1;
    private int count;
    private boolean aliased;
    private boolean listed;

    /**
     * How it begins.
     *
     * @param closed whether a bracket or a brace marks its end
     * @param nodesBefore how many values were counted ahead of it
     */
    record Start(int offset, boolean closed, boolean mapping, int nodesBefore, Optional<String> anchor) {}

    OpenNode(Scope scope, String pointer, Start begun) {
        this.scope = scope;
        this.pointer = pointer;
        this.begun = begun;
        this.end = begun.offset + 1;
    }

    Start begun() {
        return begun;
    }

    Scope scope() {
        return scope;
    }

    String pointer() {
        return pointer;
    }

    int end() {
        return end;
    }

    int height() {
        return height;
    }

    /** Whether it is a list of objects, which went their own way. */
    boolean hasItems() {
        return listed;
    }

    boolean isBeforeKey() {
        return begun.mapping && key == null;
    }

    /** What the next value is to be read for. */
    Scope nextScope() {
        return begun.mapping ? valueScope : scope.item();
    }

    /** Where the next value is, if objects may lie in it. */
    String nextPointer() {
        if (scope.isItems()) {
            return pointer + "/" + count;
        }
        return valueScope.isItems() ? pointer + "/items" : "";
    }

    /** Passes over a value. */
    void skip() {
        key = null;
        count++;
    }

    void key(YamlScalar node, boolean merge) {
        key = node;
        merging = merge;
        valueScope = merge ? Scope.EVERYTHING : scope.value(node.text());
        listed |= valueScope.isItems();
        if (!valueScope.isNothing()) {
            end = node.span().end();
        }
    }

    void put(YamlNode node) {
        end = node.span().end();
        count++;
        if (key != null) {
            entry(key, node);
        } else if (!scope.isItems()) {
            items.add(node);
        }
    }

    private void entry(YamlScalar of, YamlNode node) {
        key = null;
        if (merging) {
            merge(node);
            return;
        }
        entries.put(of.text(), new YamlMapping.Entry(of, node));
        learn(of.text(), node);
    }

    private void learn(String name, YamlNode node) {
        if (node instanceof YamlScalar scalar && !scalar.isNull()) {
            scope.learn(name, scalar.text());
        }
    }

    private void merge(YamlNode node) {
        for (YamlNode each : node instanceof YamlSequence sequence ? sequence.items() : List.of(node)) {
            if (!(each instanceof YamlMapping mapping)) {
                throw UnreadableException.malformed(each.span(), "`<<` merges what is no mapping");
            }
            merged.add(mapping);
        }
    }

    /** Takes note of how high something in it is. */
    void grow(int other) {
        height = Math.max(height, other + 1);
    }

    /** Something in it was built elsewhere, for somebody who kept other things. */
    void takeAlias() {
        aliased = true;
    }

    YamlNode finish(Span span) {
        if (!begun.mapping) {
            return new YamlSequence(span, items);
        }
        merged.forEach(mapping -> mapping.list().forEach(this::inherit));
        YamlMapping mapping = new YamlMapping(span, entries);
        return scope.isObject() && (aliased || scope.isLate()) ? Pruning.of(mapping, scope.kept()) : mapping;
    }

    /** What the mapping says itself wins, then what it merges first. */
    private void inherit(YamlMapping.Entry entry) {
        String name = entry.key().text();
        if (!entries.containsKey(name) && !scope.value(name).isNothing()) {
            entries.put(name, entry);
            learn(name, entry.value());
        }
    }
}
