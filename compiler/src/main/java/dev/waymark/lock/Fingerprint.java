package dev.waymark.lock;

import dev.waymark.source.Sha256;
import java.util.Arrays;

/** {@code sha256:<hex>} of a text; CRLF counts as LF, so that a checkout on Windows is not an edit. */
public final class Fingerprint {
    private Fingerprint() {}

    public static String of(byte[] content) {
        return "sha256:" + Sha256.of(withoutCarriageReturns(content));
    }

    private static byte[] withoutCarriageReturns(byte[] content) {
        byte[] kept = new byte[content.length];
        int length = 0;
        for (int index = 0; index < content.length; index++) {
            boolean crlf = content[index] == '\r' && index + 1 < content.length && content[index + 1] == '\n';
            if (!crlf) {
                kept[length++] = content[index];
            }
        }
        return length == content.length ? content : Arrays.copyOf(kept, length);
    }
}
