package dev.waymark.source;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text that is not held but read again where somebody asks for a line. One that has vanished since, or has become
 * another one, gives lines that are empty or wrong, but no failure: they only illustrate a message.
 */
final class StoredText implements Lines {
    /** Offsets are numbers of 32 bits. */
    static final long MAX_BYTES = Integer.MAX_VALUE;

    private static final int BUFFER = 1 << 13;

    private final Bytes bytes;
    private @Nullable LinePages pages;

    StoredText(Bytes bytes) {
        this.bytes = bytes;
    }

    /** @throws DamagedTextException if it is too large */
    TextReader open() throws IOException {
        long size = bytes.size();
        if (size > MAX_BYTES) {
            throw new DamagedTextException(new Source.Damage(Source.Kind.TOO_LARGE, 0));
        }
        return new TextReader(bytes.open(0), size);
    }

    @Override
    public int line(int offset) {
        return pages().map(known -> known.lineOf(offset).number()).orElse(1);
    }

    @Override
    public int start(int line) {
        return pages().map(known -> known.start(line)).orElse(0);
    }

    private Optional<LinePages> pages() {
        if (pages == null) {
            try (TextReader text = open()) {
                pages = LinePages.of(text);
            } catch (IOException gone) {
                return Optional.empty();
            }
        }
        return Optional.of(pages);
    }

    @Override
    public String text(int line, int column, int most) {
        return pages().map(known -> read(known, line, column, most)).orElse("");
    }

    private String read(LinePages known, int line, int column, int most) {
        int from = known.start(line) + column - 1;
        LinePage.Line there = known.lineOf(from);
        if (there.number() != line) {
            return "";
        }
        LinePage page = known.pageOf(from);
        StringBuilder text = new StringBuilder();
        try (TextReader reader = new TextReader(bytes.open(page.bytesBefore()), known.encoding())) {
            collect(reader, from - page.start(), most, text);
        } catch (IOException gone) {
            // What was read so far is what there is.
        }
        return text.toString();
    }

    /** Takes some code points behind others, up to the end of the line. */
    private static void collect(TextReader reader, int skip, int most, StringBuilder text) throws IOException {
        char[] chars = new char[BUFFER];
        int next = -skip;
        int at = next;
        for (int count = reader.read(chars, 0); count >= 0; count = reader.read(chars, 0)) {
            for (int index = 0; index < count; index++) {
                if (!Character.isLowSurrogate(chars[index])) {
                    at = next++;
                }
                if (at >= most || (at >= 0 && Lines.isEnd(chars[index]))) {
                    return;
                }
                if (at >= 0) {
                    text.append(chars[index]);
                }
            }
        }
    }

    @Override
    public String all() {
        StringWriter all = new StringWriter();
        char[] chars = new char[BUFFER];
        try (TextReader reader = open()) {
            for (int count = reader.read(chars, 0); count >= 0; count = reader.read(chars, 0)) {
                all.write(chars, 0, count);
            }
        } catch (IOException gone) {
            // What was read so far is what there is.
        }
        return all.toString();
    }
}
