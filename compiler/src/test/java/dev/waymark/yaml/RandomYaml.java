package dev.waymark.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntConsumer;

/**
 * Writes random documents, in block and flow style, and notes what must be read from them: of each value its type, what
 * it says, and the stretch of text that it was written as.
 */
final class RandomYaml {
    private static final int DEEPEST = 4;
    private static final List<String> LINE_ENDS = List.of("\n", "\r\n", "\r");

    private final Random random;
    private final RandomScalars scalars;
    private final String lineEnd;
    private final StringBuilder text = new StringBuilder();
    private int offset;
    private int keys;
    private int endOfBlockScalar = -1;

    RandomYaml(Random random) {
        this.random = random;
        this.scalars = new RandomScalars(random);
        this.lineEnd = LINE_ENDS.get(random.nextInt(LINE_ENDS.size()));
    }

    /** Something that was written. */
    private record Written(int start, int end, String description) {}

    String text() {
        return text.toString();
    }

    /** Writes some documents, of which some are empty; tells those that are not, each with its index. */
    List<String> documents() {
        List<String> descriptions = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int index = 1; index <= count; index++) {
            boolean marked = index > 1 || random.nextBoolean();
            if (marked) {
                print("---");
                newLine(0);
            }
            if (!marked || random.nextInt(4) > 0) {
                Written root = random.nextInt(3) == 0 ? flow(0, 0) : block(0, 0);
                descriptions.add(index + ": " + root.description());
                newLine(0);
            }
        }
        return descriptions;
    }

    private void print(String piece) {
        text.append(piece);
        offset += piece.codePointCount(0, piece.length());
    }

    /** Ends a line, perhaps with a comment and with lines that say nothing, and begins another one. */
    private void newLine(int indent) {
        // In a block scalar a comment would be text.
        print(text.length() > endOfBlockScalar && random.nextInt(6) == 0 ? " # 😀 {a: b}" : "");
        print(lineEnd);
        print(random.nextInt(8) == 0 ? "# - 𝄞: x" + lineEnd : "");
        print(random.nextInt(8) == 0 ? lineEnd : "");
        print(" ".repeat(indent));
    }

    private Written block(int depth, int indent) {
        return random.nextBoolean() ? blockMapping(depth, indent) : blockSequence(depth, indent);
    }

    private Written blockMapping(int depth, int indent) {
        int start = offset;
        List<Written> entries = new ArrayList<>();
        lines(indent, () -> {
            Written key = scalar(scalars.key(++keys));
            print(":");
            entries.add(pair(key, blockValue(depth + 1, indent, true)));
        });
        return collection("{", "}", new Written(start, last(entries).end(), ""), entries);
    }

    private Written blockSequence(int depth, int indent) {
        int start = offset;
        List<Written> items = new ArrayList<>();
        lines(indent, () -> {
            print("-");
            items.add(blockValue(depth + 1, indent, false));
        });
        return collection("[", "]", new Written(start, last(items).end(), ""), items);
    }

    private void lines(int indent, Runnable line) {
        line.run();
        times(random.nextInt(3), index -> {
            newLine(indent);
            line.run();
        });
    }

    /** What stands behind a colon or a dash. */
    private Written blockValue(int depth, int indent, boolean inMapping) {
        int kind = random.nextInt(depth < DEEPEST ? 7 : 5);
        if (kind == 0) {
            return new Written(offset, offset, "NULL <> @" + offset + " <>");
        }
        if (kind < 5) {
            print(" ");
            return inlineValue(kind, depth, indent);
        }
        if (kind == 5) {
            int deeper = indent + 1 + random.nextInt(3);
            newLine(deeper);
            return block(depth, deeper);
        }
        if (inMapping) {
            newLine(indent);
            return blockSequence(depth, indent);
        }
        print(" ");
        return block(depth, indent + 2);
    }

    private Written inlineValue(int kind, int depth, int indent) {
        return switch (kind) {
            case 1 -> flow(depth, indent + 1);
            case 2 -> blockScalar(indent);
            default -> scalar(scalars.blockValue(lineEnd + " ".repeat(indent + 2)));
        };
    }

    private Written blockScalar(int indent) {
        int start = offset;
        String blanks = " ".repeat(indent + 2);
        print("|-");
        print(lineEnd + blanks + "a: 😀 # no comment");
        print(lineEnd + blanks + "  - b");
        endOfBlockScalar = text.length();
        return new Written(start, start + 1, "STRING <a: 😀 # no comment\n  - b> @" + start + " <|>");
    }

    private Written flow(int depth, int indent) {
        boolean mapping = random.nextBoolean();
        int start = offset;
        print(mapping ? "{" : "[");
        List<Written> entries = new ArrayList<>();
        times(random.nextInt(4), index -> {
            print(index > 0 ? "," : "");
            gap(indent);
            entries.add(mapping ? flowEntry(depth, indent) : flowItem(depth, indent));
        });
        gap(indent);
        print(mapping ? "}" : "]");
        return collection(mapping ? "{" : "[", mapping ? "}" : "]", new Written(start, offset, ""), entries);
    }

    private Written flowEntry(int depth, int indent) {
        Written key = scalar(scalars.key(++keys));
        print(":");
        print(" ".repeat(1 + random.nextInt(2)));
        return pair(key, flowValue(depth, indent));
    }

    /** A value, or one pair without braces, which is a mapping too. */
    private Written flowItem(int depth, int indent) {
        if (random.nextInt(5) > 0) {
            return flowValue(depth, indent);
        }
        Written pair = flowEntry(depth, indent);
        return collection("{", "}", pair, List.of(pair));
    }

    private Written flowValue(int depth, int indent) {
        boolean nested = depth < DEEPEST && random.nextInt(3) == 0;
        return nested ? flow(depth + 1, indent) : scalar(scalars.flowValue(lineEnd + " ".repeat(indent + 1)));
    }

    private void gap(int indent) {
        if (random.nextInt(5) == 0) {
            newLine(indent + 1);
        } else {
            print(" ".repeat(random.nextInt(3)));
        }
    }

    private Written scalar(RandomScalars.Scalar scalar) {
        int start = offset;
        print(scalar.written());
        String description = scalar.type() + " <" + scalar.value() + "> @" + start + " <" + scalar.written() + ">";
        return new Written(start, offset, description);
    }

    private static Written pair(Written key, Written value) {
        return new Written(key.start(), value.end(), key.description() + " = " + value.description());
    }

    private static Written collection(String open, String close, Written place, List<Written> parts) {
        String inner =
                String.join("; ", parts.stream().map(Written::description).toList());
        String description = open + inner + close + " @" + place.start() + "-" + place.end();
        return new Written(place.start(), place.end(), description);
    }

    private static Written last(List<Written> parts) {
        return parts.get(parts.size() - 1);
    }

    private static void times(int count, IntConsumer action) {
        for (int index = 0; index < count; index++) {
            action.accept(index);
        }
    }
}
