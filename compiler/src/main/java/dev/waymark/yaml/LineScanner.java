package dev.waymark.yaml;

/** One line of YAML, or as much of it as there is room for. Positions are those of the array that it lies in. */
final class LineScanner {
    private char[] chars = {};
    private int from;
    private int to;
    private int first;
    private boolean whole;

    void start(char[] array, int begin, int end) {
        chars = array;
        from = begin;
        to = end;
        whole = to > from && Skimmer.isLineEnd(chars[to - 1]);
        while (to > from && Skimmer.isLineEnd(chars[to - 1])) {
            to--;
        }
        first = from;
        while (first < to && chars[first] == ' ') {
            first++;
        }
    }

    /** Whether the line ends where what is known of it does. */
    boolean isWhole() {
        return whole;
    }

    /** The position of the first character that is no space. */
    int first() {
        return first;
    }

    int column(int at) {
        return at - from;
    }

    int indentation() {
        return first - from;
    }

    /** The character at a position; a line feed at the end of the line. */
    char at(int at) {
        return at < to ? chars[at] : '\n';
    }

    boolean isBlank() {
        return first == to;
    }

    boolean isComment() {
        return at(first) == '#';
    }

    /** Whether it is {@code ---} or {@code ...}, perhaps with something behind. */
    boolean isMarker() {
        char mark = at(from);
        return (mark == '-' || mark == '.') && at(from + 1) == mark && at(from + 2) == mark && isGap(from + 3);
    }

    boolean isEmptyMarker() {
        return isRestEmpty(from + 3);
    }

    /** Whether a blank, or the end of the line, is at a position. */
    boolean isGap(int at) {
        return isBlank(at) || at >= to;
    }

    private boolean isBlank(int at) {
        return at(at) == ' ' || at(at) == '\t';
    }

    boolean isDash(int at) {
        return at(at) == '-' && isGap(at + 1);
    }

    int skipBlanks(int at) {
        int next = at;
        while (isBlank(next)) {
            next++;
        }
        return next;
    }

    int skipBlanksBack(int at) {
        int next = at;
        while (next > from && isBlank(next - 1)) {
            next--;
        }
        return next;
    }

    /** Whether a text is a name as kinds and versions have it. */
    static boolean isWord(String text) {
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (!JsonSkimmer.isLetterOrDigit(each) && each != '.' && each != '/' && each != '-') {
                return false;
            }
        }
        return true;
    }

    /** Whether the mark of a block scalar stands at a position, with what may stand behind it. */
    boolean isBlockHeader(int at) {
        int next = at + 1;
        while ("+-123456789".indexOf(at(next)) >= 0) {
            next++;
        }
        return isRestEmpty(next);
    }

    /** Whether nothing but a comment stands behind a position that follows a value or a mark. */
    boolean isRestEmpty(int at) {
        int next = skipBlanks(at);
        return next >= to || (next > at && at(next) == '#');
    }

    /** The colon behind a key without quotes; -1 if there is none. */
    int colon(int at) {
        for (int next = at; next < to; next++) {
            if (chars[next] == ':' && isGap(next + 1)) {
                return next;
            }
            if (chars[next] == '#' && isBlank(next - 1)) {
                return -1;
            }
        }
        return -1;
    }

    /** The end of a scalar without quotes that begins at a position: that of the line, or a comment. */
    int plainEnd(int at) {
        int end = at;
        for (int next = at; next < to; next++) {
            if (chars[next] == '#' && isBlank(next - 1)) {
                break;
            }
            end = isBlank(next) ? end : next + 1;
        }
        return end;
    }

    String text(int begin, int end) {
        return new String(chars, begin, end - begin);
    }

    /** Whether brackets close on this line, without a quote or a comment between them. */
    boolean isSimpleFlow(int at) {
        int depth = 0;
        for (int next = at; next < to; next++) {
            switch (chars[next]) {
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                case '"', '\'', '#', '&', '*', '!' -> {
                    return false;
                }
                default -> {}
            }
            if (depth == 0) {
                return isRestEmpty(next + 1);
            }
        }
        return false;
    }
}
