package dev.waymark.inventory;

import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlScalar;
import dev.waymark.yaml.YamlSequence;
import java.util.Comparator;

/** What an object says, as one number: enough to tell whether two manifests of it differ, and small to keep. */
public final class Fingerprint {
    private static final long PRIME = 1_099_511_628_211L;

    private Fingerprint() {}

    /** The same for documents that say the same, wherever they stand and in whatever order their keys do. */
    public static long of(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return mix(text(scalar.type().name()), text(scalar.text()));
        }
        long sum = node instanceof YamlSequence ? 11 : 13;
        if (node instanceof YamlSequence sequence) {
            for (YamlNode item : sequence.items()) {
                sum = mix(sum, of(item));
            }
        } else if (node instanceof YamlMapping mapping) {
            for (YamlMapping.Entry entry : mapping.list().stream()
                    .sorted(Comparator.comparing(entry -> entry.key().text()))
                    .toList()) {
                sum = mix(mix(sum, text(entry.key().text())), of(entry.value()));
            }
        }
        return sum;
    }

    private static long text(String text) {
        long sum = 7;
        for (int index = 0; index < text.length(); index++) {
            sum = mix(sum, text.charAt(index));
        }
        return sum;
    }

    private static long mix(long sum, long next) {
        return Long.rotateLeft((sum ^ next) * PRIME, 29) ^ (next >>> 31);
    }
}
