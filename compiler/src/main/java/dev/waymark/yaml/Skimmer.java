package dev.waymark.yaml;

import dev.waymark.source.TextReader;
import java.io.IOException;
import java.io.Reader;

/**
 * A text of manifests without most of what nobody reads in it: the parser takes a hundred times as long for a character as
 * it takes to see, by the indentation or the brackets alone, where a value ends. What is left out are lines of block YAML
 * and values of JSON, never a key; whatever is written in a way that is not obvious is left in, up to the next document.
 * The result gives the same objects, at the same places.
 */
final class Skimmer extends Reader {
    /** How long a word, a comment or a blank stretch may be. */
    static final int MOST_IN_A_ROW = 8 << 20;

    private static final char[] SEPARATOR = {'\n', '-', '-', '-', '\n'};

    private final TextReader in;
    private final Shifts shifts = new Shifts();
    private final BlockSkimmer block = new BlockSkimmer();
    private final char[] chars;
    private JsonSkimmer json = new JsonSkimmer();
    private boolean inJson;
    private boolean startsLine = true;
    private int from;
    private int to;
    private char[] given = SEPARATOR;
    private int givenFrom;
    private int givenTo;
    private int row;

    Skimmer(TextReader in) {
        this.in = in;
        this.chars = new char[in.bufferSize()];
    }

    /** Ends a word that is longer than the parser can take. */
    static final class TooLongException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLongException() {
            super("", null, false, false);
        }
    }

    /** Tells that the parser has understood what it read so far. */
    void startRow() {
        row = 0;
    }

    /** The offset in the text of what the parser finds at an index; both count code points. */
    int place(int index) {
        return shifts.place(index);
    }

    @Override
    public int read(char[] target, int start, int length) throws IOException {
        int done = 0;
        while (done < length && (givenFrom < givenTo || advance())) {
            int count = Math.min(length - done, givenTo - givenFrom);
            System.arraycopy(given, givenFrom, target, start + done, count);
            givenFrom += count;
            done += count;
        }
        row += done;
        if (row > MOST_IN_A_ROW) {
            throw new TooLongException();
        }
        return done == 0 ? -1 : done;
    }

    /** Looks at one more stretch of the text, which may be given out or left out; false at the end. */
    private boolean advance() throws IOException {
        if (from == to && !fill()) {
            return false;
        }
        if (inJson) {
            int end = json.scan(chars, from, to);
            take(end, json.isKept());
            if (json.isOver()) {
                inJson = false;
                block.endJson(json.isWhole());
            }
        } else {
            line(lineEnd());
        }
        return true;
    }

    private void line(int end) {
        boolean kept = startsLine ? block.startLine(chars, from, end) : block.continueLine(chars, from, end);
        if (block.isJson()) {
            inJson = true;
            json = new JsonSkimmer();
            if (block.isBehindJson()) {
                give(SEPARATOR, 0, SEPARATOR.length);
                shifts.insert(SEPARATOR.length);
            }
            return;
        }
        startsLine = end > from && isLineEnd(chars[end - 1]);
        take(end, kept);
    }

    private void take(int end, boolean kept) {
        int codePoints = TextReader.codePoints(chars, from, end);
        if (kept) {
            shifts.keep(codePoints);
            give(chars, from, end);
        } else {
            shifts.skip(codePoints);
        }
        from = end;
    }

    private void give(char[] what, int begin, int end) {
        given = what;
        givenFrom = begin;
        givenTo = end;
    }

    /** Behind the end of the line, or behind as much of it as there is room for. */
    private int lineEnd() throws IOException {
        int at = from;
        while (true) {
            for (; at < to; at++) {
                if (isLineEnd(chars[at])) {
                    return at + 1;
                }
            }
            int seen = at - from;
            if (!fill()) {
                return to;
            }
            at = from + seen;
        }
    }

    static boolean isLineEnd(char character) {
        return character == '\n' || character == '\r';
    }

    /** Reads on behind what was not looked at yet; false if there is no more, or no room. */
    private boolean fill() throws IOException {
        if (to - from > chars.length / 2) {
            return false;
        }
        System.arraycopy(chars, from, chars, 0, to - from);
        to -= from;
        from = 0;
        int read = in.read(chars, to);
        to += Math.max(0, read);
        return read >= 0;
    }

    @Override
    public void close() {
        // Whoever opened the text closes it.
    }
}
