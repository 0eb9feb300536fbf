package dev.waymark.yaml;

/** Goes through scalars with quotes, which may be longer than a line. */
final class QuoteScanner {
    private char quote;
    private boolean escaped;

    /** Whether a single quote was met that may be the first half of a pair, which stands for one. */
    private boolean half;

    static boolean isQuote(char character) {
        return character == '"' || character == '\'';
    }

    void open(char mark) {
        quote = mark;
        escaped = false;
        half = false;
    }

    /** The position behind the closing quote; -1 if it is not on this line, or not on this part of it. */
    int end(LineScanner line, int from) {
        int at = from;
        for (char character = line.at(at); character != '\n'; character = line.at(++at)) {
            if (half && character != quote) {
                return at;
            }
            half = !half && !escaped && character == quote;
            if (half && quote == '"') {
                return at + 1;
            }
            escaped = !escaped && character == '\\' && quote == '"';
        }
        if (!line.isWhole()) {
            return -1;
        }
        escaped = false;
        return half ? at : -1;
    }

    /** The colon behind a key with quotes; -1 if it is no key, or one with quotes or escapes in it. */
    int colon(LineScanner line, int from) {
        open(line.at(from));
        int end = end(line, from + 1);
        if (end < 0 || line.at(end) != ':' || !line.isGap(end + 1)) {
            return -1;
        }
        String text = line.text(from + 1, end - 1);
        return text.indexOf('\\') < 0 && text.indexOf('\'') < 0 ? end : -1;
    }
}
