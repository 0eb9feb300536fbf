package dev.waymark.lock;

import dev.waymark.lock.Lingering.What;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.io.JsonStringEncoder;
import tools.jackson.core.json.JsonFactory;

/** The text of a lock: JSON, sorted, one path a line, so that Git can merge it where teams touch different files. */
public final class LockFormat {
    private static final int VERSION = 1;
    private static final String ALGORITHM = "sha256:";
    private static final int DIGITS = 64;
    private static final Pattern CONFLICT = Pattern.compile("(?m)^(<{7}|={7}|>{7})");

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // No path comes twice: a table of names is work for nothing.
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .build();

    private LockFormat() {}

    /** A lock that cannot be read; the message says why, in half a sentence. */
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message);
        }
    }

    public static byte[] write(Lock lock) {
        StringBuilder text = new StringBuilder("{\n  \"version\": " + VERSION + ",\n");
        append(
                text,
                "files",
                lock.files().entrySet().stream()
                        .map(file -> quote(file.getKey()) + ": " + quote(file.getValue()))
                        .toList());
        if (lock.isUnfinished()) {
            append(
                    text,
                    "pending",
                    lock.pending().entrySet().stream()
                            .map(file -> quote(file.getKey()) + ": "
                                    + file.getValue().map(LockFormat::quote).orElse("null"))
                            .toList());
        }
        text.append("  \"lingering\": [");
        String lines = lock.lingering().stream().map(LockFormat::line).collect(Collectors.joining(",\n    "));
        text.append(lines.isEmpty() ? "" : "\n    " + lines + "\n  ");
        return text.append("]\n}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(Lingering lingering) {
        String detail = lingering.detail().isEmpty() ? "" : ", \"detail\": " + quote(lingering.detail());
        return "{\"what\": " + quote(lingering.what().word()) + ", \"subject\": " + quote(lingering.subject()) + detail
                + "}";
    }

    private static void append(StringBuilder text, String name, List<String> lines) {
        text.append("  \"").append(name).append("\": {");
        if (!lines.isEmpty()) {
            text.append("\n    ").append(String.join(",\n    ", lines)).append("\n  ");
        }
        text.append("},\n");
    }

    private static String quote(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
    }

    public static Lock read(byte[] content) throws UnreadableException {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), content)) {
            return new Reading(parser).lock();
        } catch (JacksonException e) {
            boolean merged = CONFLICT.matcher(new String(content, StandardCharsets.UTF_8))
                    .find();
            throw new UnreadableException(merged ? "it holds the conflict markers of a merge" : "it is not JSON");
        }
    }

    private static boolean isDigit(int sign) {
        return (sign >= '0' && sign <= '9') || (sign >= 'a' && sign <= 'f');
    }

    private record Reading(JsonParser parser) {
        Lock lock() throws UnreadableException {
            SortedMap<String, String> files = new TreeMap<>();
            SortedMap<String, Optional<String>> pending = new TreeMap<>();
            SortedSet<Lingering> lingering = new TreeSet<>();
            Set<String> stated = new HashSet<>();
            expect(JsonToken.START_OBJECT);
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = String.valueOf(parser.currentName());
                stated.add(name);
                switch (name) {
                    case "version" -> version();
                    case "files" ->
                        fingerprints()
                                .forEach((path, value) -> value.ifPresent(fingerprint -> files.put(path, fingerprint)));
                    case "pending" -> pending.putAll(fingerprints());
                    case "lingering" -> lingering.addAll(lingering());
                    default -> throw new UnreadableException("it has a field `" + name + "` that is not known");
                }
            }
            if (parser.nextToken() != null) {
                throw new UnreadableException("it goes on after its end");
            }
            for (String name : List.of("version", "files", "lingering")) {
                if (!stated.contains(name)) {
                    throw new UnreadableException("it has no `" + name + "`");
                }
            }
            return new Lock(files, pending, lingering);
        }

        private void version() throws UnreadableException {
            expect(JsonToken.VALUE_NUMBER_INT);
            if (parser.getIntValue() != VERSION) {
                throw new UnreadableException(
                        "its version is " + parser.getIntValue() + ", and this program writes " + VERSION);
            }
        }

        private SortedSet<Lingering> lingering() throws UnreadableException {
            SortedSet<Lingering> lingering = new TreeSet<>();
            expect(JsonToken.START_ARRAY);
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                lingering.add(one());
            }
            check(parser.currentToken() == JsonToken.END_ARRAY);
            return lingering;
        }

        private Lingering one() throws UnreadableException {
            SortedMap<String, String> fields = new TreeMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = String.valueOf(parser.currentName());
                expect(JsonToken.VALUE_STRING);
                fields.put(name, String.valueOf(parser.getString()));
            }
            check(fields.keySet().containsAll(List.of("what", "subject")));
            What what = what(String.valueOf(fields.remove("what")));
            String subject = String.valueOf(fields.remove("subject"));
            check(fields.keySet().equals(what == What.ADMISSION ? Set.of("detail") : Set.of()));
            return new Lingering(what, subject, fields.getOrDefault("detail", ""));
        }

        private static What what(String word) throws UnreadableException {
            return Arrays.stream(What.values())
                    .filter(each -> each.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new UnreadableException("a `" + word + "` lingers, which is not known"));
        }

        private SortedMap<String, Optional<String>> fingerprints() throws UnreadableException {
            SortedMap<String, Optional<String>> fingerprints = new TreeMap<>();
            expect(JsonToken.START_OBJECT);
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String path = within(String.valueOf(parser.currentName()));
                boolean removal = parser.nextToken() == JsonToken.VALUE_NULL;
                fingerprints.put(path, removal ? Optional.empty() : Optional.of(fingerprint()));
            }
            return fingerprints;
        }

        private String fingerprint() throws UnreadableException {
            String text = String.valueOf(parser.getString());
            boolean formed = text.length() == ALGORITHM.length() + DIGITS
                    && text.startsWith(ALGORITHM)
                    && text.chars().skip(ALGORITHM.length()).allMatch(LockFormat::isDigit);
            if (!formed) {
                throw new UnreadableException("`" + text + "` is no fingerprint");
            }
            return text;
        }

        /** Paths of a lock decide what is removed: one that leads out of the unit's folder is not taken. */
        private static String within(String path) throws UnreadableException {
            if (strays(path)) {
                throw new UnreadableException("its path `" + path + "` leads out of the folder");
            }
            return path;
        }

        private static boolean strays(String path) {
            int step = 0;
            for (int at = 0; at <= path.length(); at++) {
                char sign = at == path.length() ? '/' : path.charAt(at);
                if (sign == '\\' || sign == ':' || Character.isISOControl(sign)) {
                    return true;
                }
                if (sign == '/') {
                    if (isDetour(path.substring(step, at))) {
                        return true;
                    }
                    step = at + 1;
                }
            }
            return false;
        }

        private static boolean isDetour(String step) {
            return step.isEmpty() || step.equals(".") || step.equals("..");
        }

        private void expect(JsonToken token) throws UnreadableException {
            check(parser.nextToken() == token);
        }

        private static void check(boolean formed) throws UnreadableException {
            if (!formed) {
                throw new UnreadableException("it does not have the form of a lock");
            }
        }
    }
}
