package dev.waymark.source;

import dev.waymark.source.LinePage.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Where the lines of a large text begin: a byte or two for each, in pages. A page says where in the file it begins, so
 * that a line is read without those ahead of it, and a part of a long line without the rest.
 */
final class LinePages {
    private static final int LINES = 256;
    private static final int CODE_POINTS = 1 << 17;

    /** More than two gibibytes of manifests have; what stands behind counts for the last line. */
    private static final int MOST_LINES = 100_000_000;

    private final List<LinePage> pages = new ArrayList<>();
    private final Charset encoding;
    private final ByteArrayOutputStream lengths = new ByteArrayOutputStream();
    private Line pageFirst = new Line(1, 0);
    private int pageStart;
    private long pageBytes;
    private long bytes;
    private int offset;
    private int lastStart;
    private int line = 1;

    private LinePages(Charset encoding, int markBytes) {
        this.encoding = encoding;
        this.bytes = markBytes;
        this.pageBytes = bytes;
    }

    /** Goes through a text; one that is damaged has the lines ahead of the damage. */
    static LinePages of(TextReader text) throws IOException {
        LinePages pages = new LinePages(text.encoding(), text.markBytes());
        try {
            pages.fill(text);
        } catch (DamagedTextException reported) {
            // Whoever read the manifests has said so.
        }
        pages.endPage();
        return pages;
    }

    Charset encoding() {
        return encoding;
    }

    Line lineOf(int at) {
        return pageOf(at).last(at, Integer.MAX_VALUE);
    }

    int start(int number) {
        return last(LinePage::line, number - 1).last(Integer.MAX_VALUE, number).start();
    }

    /** The page that an offset lies in, or the last one. */
    LinePage pageOf(int at) {
        return last(LinePage::start, at);
    }

    /** The last page of which something is not more than a limit; the first one if there is none. */
    private LinePage last(ToIntFunction<LinePage> property, int limit) {
        int low = 0;
        int high = pages.size();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (property.applyAsInt(pages.get(middle)) <= limit) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return pages.get(low);
    }

    private void fill(TextReader text) throws IOException {
        char[] chars = new char[1 << 15];
        boolean carriageReturn = false;
        for (int count = text.read(chars, 0); count >= 0; count = text.read(chars, 0)) {
            for (int index = 0; index < count; index++) {
                char character = chars[index];
                if (carriageReturn && character != '\n') {
                    startLine();
                }
                carriageReturn = character == '\r';
                take(character);
                if (character == '\n') {
                    startLine();
                }
            }
        }
        if (carriageReturn) {
            startLine();
        }
    }

    private void take(char character) {
        if (!Character.isLowSurrogate(character)) {
            if (offset - pageStart >= CODE_POINTS) {
                endPage();
            }
            offset++;
        }
        bytes += size(character);
    }

    private int size(char character) {
        if (!encoding.equals(StandardCharsets.UTF_8) || Character.isSurrogate(character)) {
            return 2;
        }
        return character < 0x80 ? 1 : character < 0x800 ? 2 : 3;
    }

    private void startLine() {
        if (line == MOST_LINES) {
            return;
        }
        int length = offset - Math.max(lastStart, pageStart);
        for (; length > 0x7F; length >>>= 7) {
            lengths.write(length | 0x80);
        }
        lengths.write(length);
        lastStart = offset;
        line++;
        if (line - pageFirst.number() >= LINES) {
            endPage();
        }
    }

    private void endPage() {
        pages.add(new LinePage(pageFirst, pageStart, pageBytes, lengths.toByteArray()));
        pageFirst = new Line(line, lastStart);
        pageStart = offset;
        pageBytes = bytes;
        lengths.reset();
    }
}
