package dev.waymark.source;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** What can be read only once, such as a pipe, kept in pieces that are compressed: a dump takes a tenth of its size. */
final class PackedBytes implements Bytes {
    private static final int PIECE = 1 << 18;

    /** A process has 512 MiB for everything. */
    private static final int MOST_MEBIBYTES = 128;

    private final List<byte[]> pieces = new ArrayList<>();
    private long size;

    private PackedBytes() {}

    /** Reads a stream to its end, or until it is known to be too large for a text. */
    static PackedBytes of(InputStream stream) throws IOException {
        PackedBytes bytes = new PackedBytes();
        long kept = 0;
        byte[] piece = stream.readNBytes(PIECE);
        while (piece.length > 0 && bytes.size <= StoredText.MAX_BYTES) {
            byte[] packed = pack(piece);
            kept += packed.length;
            if (kept > (long) MOST_MEBIBYTES << 20) {
                throw new IOException("even compressed it takes more than " + MOST_MEBIBYTES
                        + " MiB of memory; write it to a file, and name that");
            }
            bytes.pieces.add(packed);
            bytes.size += piece.length;
            piece = stream.readNBytes(PIECE);
        }
        return bytes;
    }

    @Override
    public long size() {
        return size;
    }

    private static byte[] pack(byte[] piece) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(piece);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    @Override
    public InputStream open(long from) throws IOException {
        int first = (int) Math.min(from / PIECE, pieces.size());
        InputStream stream = new Unpacking(pieces.subList(first, pieces.size()).iterator());
        stream.skipNBytes(from - (long) first * PIECE);
        return stream;
    }

    /** One piece after another. */
    private static final class Unpacking extends InputStream {
        private final Iterator<byte[]> packed;
        private byte[] piece = {};
        private int next;

        Unpacking(Iterator<byte[]> packed) {
            this.packed = packed;
        }

        private boolean hasMore() throws IOException {
            if (next == piece.length && packed.hasNext()) {
                piece = new InflaterInputStream(new ByteArrayInputStream(packed.next())).readAllBytes();
                next = 0;
            }
            return next < piece.length;
        }

        @Override
        public int read() throws IOException {
            return hasMore() ? piece[next++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            if (!hasMore()) {
                return -1;
            }
            int count = Math.min(length, piece.length - next);
            System.arraycopy(piece, next, target, from, count);
            next += count;
            return count;
        }
    }
}
