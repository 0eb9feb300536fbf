package dev.waymark.yaml;

import dev.waymark.source.Span;

/** Ends the reading of a manifest file at a place behind which nothing can be made of it. */
final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Span span;
    private final String problem;
    private final boolean limit;

    private UnreadableException(Span span, String problem, boolean limit) {
        super(problem, null, false, false);
        this.span = span;
        this.problem = problem;
        this.limit = limit;
    }

    static UnreadableException malformed(Span span, String problem) {
        return new UnreadableException(span, problem, false);
    }

    static UnreadableException tooDeep(Span span) {
        return new UnreadableException(span, "this lies more than " + YamlReader.MAX_DEPTH + " levels deep", true);
    }

    static UnreadableException tooMany(Span span) {
        String problem = "this object has more than " + YamlReader.MAX_NODES + " values, aliases written out";
        return new UnreadableException(span, problem, true);
    }

    static UnreadableException tooLong(Span span) {
        String problem = "behind this place one word has more than " + Skimmer.MOST_IN_A_ROW + " characters";
        return new UnreadableException(span, problem, true);
    }

    Span span() {
        return span;
    }

    String problem() {
        return problem;
    }

    /** Whether it is YAML, but larger than anybody meant. */
    boolean isLimit() {
        return limit;
    }
}
