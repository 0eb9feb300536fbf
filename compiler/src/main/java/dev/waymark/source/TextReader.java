package dev.waymark.source;

import dev.waymark.source.Source.Damage;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Reads a text of any size: UTF-8, or UTF-16 behind its byte order mark, as PowerShell writes it. The mark is no part of
 * the text.
 */
public final class TextReader implements Closeable {
    private static final int LARGEST_BUFFER = 1 << 16;
    private static final int SMALLEST_BUFFER = 1 << 12;

    private final InputStream stream;
    private final byte[] array;
    private final ByteBuffer bytes;
    private final CharsetDecoder decoder;
    private final int markBytes;
    private int offset;
    private boolean atEnd;

    /**
     * Begins to read.
     *
     * @param stream closed with this reader
     * @param size about how many bytes it has
     */
    TextReader(InputStream stream, long size) throws IOException {
        this.stream = stream;
        this.array = buffer(size);
        this.bytes = ByteBuffer.wrap(array).limit(0);
        fill();
        Charset charset = charset();
        this.markBytes = bytes.position();
        this.decoder = charset.newDecoder();
    }

    /** Continues a text whose beginning told its encoding. */
    TextReader(InputStream stream, Charset charset) {
        this.stream = stream;
        this.array = buffer(SMALLEST_BUFFER);
        this.bytes = ByteBuffer.wrap(array).limit(0);
        this.markBytes = 0;
        this.decoder = charset.newDecoder();
    }

    private static byte[] buffer(long size) {
        return new byte[(int) Math.max(SMALLEST_BUFFER, Math.min(size, LARGEST_BUFFER))];
    }

    /** What is a good size for a buffer: most files are small. */
    public int bufferSize() {
        return array.length;
    }

    Charset encoding() {
        return decoder.charset();
    }

    /** How many bytes stand ahead of the text. */
    int markBytes() {
        return markBytes;
    }

    /** Takes the byte order mark, and tells what stands behind it. */
    private Charset charset() {
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(0xFE, 0xFF) ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_8;
    }

    private boolean startsWith(int... mark) {
        for (int index = 0; index < mark.length; index++) {
            if (index >= bytes.limit() || (bytes.get(index) & 0xFF) != mark[index]) {
                return false;
            }
        }
        bytes.position(mark.length);
        return true;
    }

    /**
     * Reads on.
     *
     * @param from where in the array to begin, with room for a pair
     * @return how many characters, or -1 at the end; never a half of a pair
     * @throws DamagedTextException if the next bytes are no text
     */
    public int read(char[] target, int from) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, from, target.length - from);
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, atEnd);
            int read = chars.position() - from;
            if (read > 0) {
                offset += codePoints(target, from, from + read);
                return read;
            }
            if (result.isError()) {
                throw new DamagedTextException(new Damage(malformed(), offset));
            }
            if (atEnd) {
                return -1;
            }
            fill();
        }
    }

    /** How many code points a stretch of characters has. */
    public static int codePoints(char[] chars, int from, int to) {
        int count = to - from;
        for (int index = from; index < to; index++) {
            if (Character.isLowSurrogate(chars[index])) {
                count--;
            }
        }
        return count;
    }

    /** A pipe gives as little as it has: three bytes at least tell the encoding. */
    private void fill() throws IOException {
        bytes.compact();
        int enough = bytes.position() + 3;
        while (!atEnd && bytes.position() < enough) {
            int read = stream.read(array, bytes.position(), bytes.remaining());
            atEnd = read < 0;
            bytes.position(bytes.position() + Math.max(0, read));
        }
        bytes.flip();
    }

    private Source.Kind malformed() {
        return encoding().equals(StandardCharsets.UTF_8) ? Source.Kind.NOT_UTF8 : Source.Kind.NOT_UTF16;
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
