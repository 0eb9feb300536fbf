package dev.waymark.yaml;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Finds in a JSON object the values that nobody reads. Outside of them it takes JSON and nothing else; within them, where
 * only the end matters, also YAML in flow style.
 */
final class JsonSkimmer {
    private static final int LONGEST_WORD = 256;

    private final Deque<Level> levels = new ArrayDeque<>();
    private final StringBuilder word = new StringBuilder();
    private boolean kept = true;
    private boolean skipping;
    private int skippedDepth;
    private char quote;
    private boolean escaped;
    private boolean simple;
    private boolean atToken;
    private String key = "";
    private boolean keyExpected;
    private boolean keyRead;
    private boolean broken;
    private boolean over;

    /** An object or an array. */
    private record Level(Scope scope, boolean array) {}

    /** Whether what was scanned last is to be given out. */
    boolean isKept() {
        return kept;
    }

    /** Whether there is nothing more to scan: the object has ended, or it is no JSON. */
    boolean isOver() {
        return over || broken;
    }

    boolean isWhole() {
        return over;
    }

    /** Goes on to where what is kept begins or ends. */
    int scan(char[] chars, int from, int to) {
        kept = !skipping;
        for (int at = from; at < to; at++) {
            if (quote != 0) {
                string(chars[at]);
            } else if (skipping) {
                if (endsSkipped(chars[at])) {
                    skipping = false;
                    return at;
                }
            } else {
                structure(chars[at]);
                if (skipping || isOver()) {
                    return at + 1;
                }
            }
        }
        return to;
    }

    private void string(char character) {
        if (escaped) {
            escaped = false;
        } else if (character == '\\' && quote == '"') {
            escaped = true;
            simple = false;
        } else if (character == quote) {
            quote = 0;
            if (!skipping) {
                word();
            }
        } else if (!skipping && word.length() < LONGEST_WORD) {
            word.append(character);
        }
    }

    private void open(char mark) {
        quote = mark;
        simple = true;
        word.setLength(0);
    }

    /** A word that says what an object is must be obvious. */
    private void word() {
        if (keyExpected) {
            key = word.toString();
            broken = !simple;
            keyExpected = false;
            keyRead = true;
        } else if (!levels.element().array && isIdentity(key)) {
            broken = !simple;
            levels.element().scope.learn(key, word.toString());
        }
    }

    static boolean isIdentity(String key) {
        return key.equals("apiVersion") || key.equals("kind");
    }

    private void structure(char character) {
        switch (character) {
            case '"' -> open(character);
            case '{' -> push(false);
            case '[' -> push(true);
            case '}' -> pop(false);
            case ']' -> pop(true);
            case ',' -> keyExpected = !levels.element().array;
            case ':' -> value();
            case ' ', '\t', '\n', '\r', '+', '-', '.' -> {}
            default -> broken = !isLetterOrDigit(character);
        }
    }

    static boolean isLetterOrDigit(char character) {
        return ('a' <= character && character <= 'z')
                || ('A' <= character && character <= 'Z')
                || ('0' <= character && character <= '9');
    }

    private void push(boolean array) {
        broken = keyExpected;
        Level parent = levels.peek();
        Scope scope = parent == null ? Scope.document() : parent.array ? parent.scope.item() : parent.scope.value(key);
        levels.push(new Level(scope, array));
        keyExpected = !array;
        broken |= levels.size() > YamlReader.MAX_DEPTH;
    }

    private void pop(boolean array) {
        broken = levels.pop().array != array;
        keyExpected = false;
        over = levels.isEmpty();
    }

    private void value() {
        broken = !keyRead;
        keyRead = false;
        skipping = !broken && levels.element().scope.value(key).isNothing();
        skippedDepth = 0;
        atToken = true;
    }

    private boolean endsSkipped(char character) {
        boolean end = false;
        switch (character) {
            case '"', '\'' -> {
                if (atToken) {
                    open(character);
                }
                atToken = false;
            }
            case '{', '[' -> {
                skippedDepth++;
                atToken = true;
            }
            case '}', ']' -> end = skippedDepth-- == 0;
            case ',' -> {
                end = skippedDepth == 0;
                atToken = true;
            }
            case ':' -> atToken = true;
            case ' ', '\t', '\n', '\r' -> {}
            default -> atToken = false;
        }
        return end;
    }
}
