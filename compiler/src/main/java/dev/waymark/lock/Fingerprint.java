package dev.waymark.lock;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** {@code sha256:<hex>} of a text; CRLF counts as LF, so that a checkout on Windows is not an edit. */
public final class Fingerprint {
    private Fingerprint() {}

    public static String of(byte[] content) {
        return "sha256:" + HexFormat.of().formatHex(sha256().digest(withoutCarriageReturns(content)));
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

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
