package dev.waymark.source;

/** A stretch of a text, and the lines that begin in it. */
final class LinePage {
    private final int line;
    private final int lineStart;
    private final int start;
    private final long bytesBefore;
    private final byte[] lengths;

    /**
     * A stretch.
     *
     * @param first the line that its first character belongs to
     * @param start the offset of its first character
     * @param bytesBefore how many bytes of the file stand ahead of it
     * @param lengths how far it is to each start of a line in it, from the one before or from {@code start}: seven bits
     *     to a byte, low ones first; taken as it is
     */
    LinePage(Line first, int start, long bytesBefore, byte[] lengths) {
        this.line = first.number;
        this.lineStart = first.start;
        this.start = start;
        this.bytesBefore = bytesBefore;
        this.lengths = lengths;
    }

    /** A line's number, and the offset of its first character. */
    record Line(int number, int start) {}

    int line() {
        return line;
    }

    int start() {
        return start;
    }

    long bytesBefore() {
        return bytesBefore;
    }

    /** The last line that begins neither behind an offset nor behind the line of a number. */
    Line last(int offset, int number) {
        int found = line;
        int foundStart = lineStart;
        int at = start;
        for (int index = 0; index < lengths.length && found < number; index++) {
            int shift = 0;
            for (; lengths[index] < 0; index++) {
                at += (lengths[index] & 0x7F) << shift;
                shift += 7;
            }
            at += lengths[index] << shift;
            if (at > offset) {
                break;
            }
            found++;
            foundStart = at;
        }
        return new Line(found, foundStart);
    }
}
