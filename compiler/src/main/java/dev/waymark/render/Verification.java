package dev.waymark.render;

import dev.waymark.kube.Resource.Embedded;
import dev.waymark.kube.Resource.Literal;
import dev.waymark.yaml.ScalarType;
import dev.waymark.yaml.YamlCursor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what was printed again and compares it, key by key and in order, with what should have been printed. */
final class Verification {
    private final YamlCursor cursor;

    private Verification(YamlCursor cursor) {
        this.cursor = cursor;
    }

    static void verify(String text, Map<String, Object> expected) {
        if (!new Verification(new YamlCursor(text)).isDocument(expected)) {
            throw new IllegalStateException("what was rendered is not the plain document " + expected + ":\n" + text);
        }
    }

    private boolean isDocument(Map<String, Object> expected) {
        return cursor.start() && isMapping(expected) && cursor.finish();
    }

    private boolean isNext(@Nullable Object expected) {
        if (expected instanceof Map<?, ?> map) {
            return isMapping(map);
        }
        if (expected instanceof List<?> list) {
            return isSequence(list);
        }
        if (expected instanceof Embedded embedded) {
            return isEmbedded(embedded);
        }
        if (expected instanceof Literal literal) {
            return cursor.scalar(literal.text(), ScalarType.ofPlain(literal.text()));
        }
        ScalarType type = expected instanceof Integer ? ScalarType.INTEGER : ScalarType.STRING;
        return expected != null && cursor.scalar(expected.toString(), type);
    }

    private boolean isMapping(Map<?, ?> map) {
        if (!cursor.startMapping()) {
            return false;
        }
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            boolean same = cursor.scalar(entry.getKey().toString(), ScalarType.STRING) && isNext(entry.getValue());
            if (!same) {
                return false;
            }
        }
        return cursor.endMapping();
    }

    private boolean isSequence(List<?> list) {
        if (!cursor.startSequence()) {
            return false;
        }
        for (Object item : list) {
            if (!isNext(item)) {
                return false;
            }
        }
        return cursor.endSequence();
    }

    private boolean isEmbedded(Embedded embedded) {
        Optional<String> text = cursor.text();
        text.ifPresent(document -> verify(document, embedded.tree()));
        return text.isPresent();
    }
}
