package dev.waymark.yaml;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds in block YAML, line by line, what nobody reads: what lies below a key that is not kept, and the rest of an object
 * of a kind that is not kept. It understands what {@code kubectl} and people mostly write; a document with anything else,
 * such as anchors or brackets over several lines, is kept from there on.
 */
final class BlockSkimmer {
    private final Deque<Level> levels = new ArrayDeque<>();
    private final LineScanner line = new LineScanner();
    private final QuoteScanner quotes = new QuoteScanner();
    private State state = State.STRUCTURE;
    private boolean kept = true;
    private boolean json;
    private boolean behindJson;
    private int column;
    private Scope value = Scope.document();
    private boolean valueOpen = true;

    /** A mapping or a list, at the column of its keys or dashes. */
    private record Level(int column, boolean list, Scope scope) {}

    /** What the next line may continue: something that belongs to a mapping or a list at {@code column}. */
    private enum State {
        STRUCTURE,
        SKIPPED_VALUE,
        SKIPPED_OBJECT,
        BLOCK_SCALAR,
        SKIPPED_BLOCK_SCALAR,
        /** A scalar without quotes. */
        PLAIN,
        QUOTED,
        /** Something that is not understood. */
        VERBATIM
    }

    /** Whether a JSON object begins in the line that was started last; it is not taken from there. */
    boolean isJson() {
        return json;
    }

    /** Whether that object follows another one, without a mark between them. */
    boolean isBehindJson() {
        return behindJson;
    }

    /** @param whole whether the text goes on behind a JSON object, not within one */
    void endJson(boolean whole) {
        json = false;
        behindJson = whole;
        state = State.VERBATIM;
    }

    /** Whether a line is kept. */
    boolean startLine(char[] chars, int from, int to) {
        line.start(chars, from, to);
        if (line.isMarker()) {
            startDocument();
            return kept;
        }
        json = line.at(line.first()) == '{' && (behindJson || (levels.isEmpty() && state == State.STRUCTURE));
        if (!json && !continues()) {
            kept = true;
            state = State.STRUCTURE;
            if (!line.isBlank() && !line.isComment() && !structure()) {
                state = State.VERBATIM;
            }
        }
        return kept;
    }

    /** Whether the rest of a line is kept that is too long for a buffer. */
    boolean continueLine(char[] chars, int from, int to) {
        if (state == State.QUOTED) {
            line.start(chars, from, to);
            quoted(from);
        }
        return kept;
    }

    private void startDocument() {
        levels.clear();
        value = Scope.document();
        valueOpen = true;
        behindJson = false;
        kept = true;
        state = line.isEmptyMarker() ? State.STRUCTURE : State.VERBATIM;
    }

    /** Whether the line belongs to what began before it, and is kept if that is. */
    private boolean continues() {
        int indentation = line.indentation();
        boolean deeper = line.isBlank() || indentation > column;
        boolean same = indentation == column;
        return switch (state) {
            case STRUCTURE -> false;
            case SKIPPED_VALUE -> skip(deeper || line.isComment() || (same && line.isDash(line.first())));
            case SKIPPED_OBJECT -> skip(deeper || line.isComment() || (same && !isIdentity()));
            case SKIPPED_BLOCK_SCALAR -> skip(deeper);
            case BLOCK_SCALAR -> deeper;
            case PLAIN -> deeper || line.isComment();
            case QUOTED -> quoted(line.first());
            case VERBATIM -> true;
        };
    }

    private boolean skip(boolean continued) {
        kept = !continued;
        return continued;
    }

    /** Whether the line seems to begin another object: somebody forgot the mark between two. */
    private boolean isIdentity() {
        int colon = line.colon(line.first());
        return colon >= 0 && JsonSkimmer.isIdentity(line.text(line.first(), colon));
    }

    /** Takes a line with dashes, a key, a value, or several of them; false if it is not understood. */
    private boolean structure() {
        int at = line.first();
        while (line.isDash(at)) {
            if (!dash(line.column(at))) {
                return false;
            }
            if (line.isRestEmpty(at + 1)) {
                return true;
            }
            at = line.skipBlanks(at + 1);
            if (line.at(at - 1) == '\t') {
                return false;
            }
        }
        int colon = QuoteScanner.isQuote(line.at(at)) ? quotes.colon(line, at) : isIndicator(at) ? -1 : line.colon(at);
        return colon < 0 ? valueOpen && !levels.isEmpty() && scalar(at, levels.element().column) : entry(at, colon);
    }

    private boolean isIndicator(int at) {
        return "{}[]&*!|>%@`#,".indexOf(line.at(at)) >= 0 || (line.at(at) == '?' && line.isGap(at + 1));
    }

    private boolean dash(int at) {
        leave(at);
        Level level = levels.peek();
        boolean next = level != null && level.column == at && level.list;
        if (!next) {
            if (!valueOpen) {
                return false;
            }
            levels.push(new Level(at, true, value));
        }
        value = levels.element().scope.item();
        valueOpen = true;
        return levels.size() <= YamlReader.MAX_DEPTH;
    }

    private void leave(int at) {
        while (!levels.isEmpty() && levels.element().column > at) {
            levels.pop();
        }
    }

    private boolean entry(int at, int colon) {
        int keyColumn = line.column(at);
        leave(keyColumn);
        if (!levels.isEmpty() && levels.element().column == keyColumn && levels.element().list) {
            levels.pop();
        }
        Level level = levels.peek();
        if (level == null || level.column < keyColumn) {
            if (!valueOpen) {
                return false;
            }
            levels.push(new Level(keyColumn, false, value));
        } else if (level.list) {
            return false;
        }
        boolean quoted = QuoteScanner.isQuote(line.at(at));
        String key = quoted ? line.text(at + 1, colon - 1) : line.text(at, line.skipBlanksBack(colon));
        return !key.equals(YamlReader.MERGE_KEY) && levels.size() <= YamlReader.MAX_DEPTH && value(key, colon + 1);
    }

    private boolean value(String key, int behindColon) {
        Level level = levels.element();
        value = level.scope.value(key);
        column = level.column;
        if (line.isRestEmpty(behindColon)) {
            valueOpen = true;
            state = value.isNothing() ? State.SKIPPED_VALUE : State.STRUCTURE;
            return true;
        }
        int at = line.skipBlanks(behindColon);
        if (JsonSkimmer.isIdentity(key) && level.scope.isObject()) {
            return identity(level, key, at);
        }
        return scalar(at, level.column);
    }

    /** What an object is must be obvious. */
    private boolean identity(Level level, String key, int at) {
        valueOpen = false;
        int end = line.plainEnd(at);
        boolean quoted = QuoteScanner.isQuote(line.at(at));
        String text = quoted && end > at + 1 ? line.text(at + 1, end - 1) : line.text(at, end);
        boolean closed = !quoted || (end > at + 1 && line.at(end - 1) == line.at(at));
        boolean obvious =
                closed && LineScanner.isWord(text) && (quoted || ScalarType.ofPlain(text) == ScalarType.STRING);
        if (!obvious) {
            return false;
        }
        level.scope.learn(key, text);
        state = level.scope.isForeign() ? State.SKIPPED_OBJECT : State.PLAIN;
        return true;
    }

    /** Takes a value that begins on this line, in a mapping or a list at a column. */
    private boolean scalar(int at, int parent) {
        valueOpen = false;
        column = parent;
        char mark = line.at(at);
        if (mark == '|' || mark == '>') {
            state = value.isNothing() ? State.SKIPPED_BLOCK_SCALAR : State.BLOCK_SCALAR;
            return line.isBlockHeader(at);
        }
        if (QuoteScanner.isQuote(mark)) {
            state = State.QUOTED;
            quotes.open(mark);
            quoted(at + 1);
            return state != State.VERBATIM;
        }
        if (mark == '{' || mark == '[') {
            return line.isSimpleFlow(at);
        }
        state = State.PLAIN;
        return !isIndicator(at);
    }

    /** Goes on in a scalar with quotes, which may end on this line. */
    private boolean quoted(int at) {
        int end = quotes.end(line, at);
        if (end >= 0) {
            state = line.isRestEmpty(end) ? State.STRUCTURE : State.VERBATIM;
        }
        return true;
    }
}
