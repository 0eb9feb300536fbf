package dev.waymark.yaml;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * What a syntax error mostly comes from, and where. The parser (snakeyaml-engine, {@code ScannerImpl} and {@code
 * ParserImpl}) says where it was at its wits' end, which is often a line below the slip, and in words about tokens.
 *
 * @param problem where the parser stopped
 * @param context where it was when it began with what it could not finish
 */
record SyntaxError(SourceFile file, String words, String task, int problem, int context) {
    private static final Pattern NO_TOKEN = Pattern.compile("found character '(.*)' that cannot start any token.*");
    private static final String TAB = "\\t(TAB)";
    private static final String STREAM_END = "<stream end>";

    /** @param error one that has a problem mark */
    static Diagnostic describe(SourceFile file, MarkedYamlEngineException error) {
        int problem = error.getProblemMark().map(Mark::getIndex).orElse(0);
        int context = error.getContextMark().map(Mark::getIndex).orElse(problem);
        String task = String.valueOf(error.getContext());
        return new SyntaxError(file, oneLine(error.getProblem()), task, problem, context).describe();
    }

    private Diagnostic describe() {
        return switch (words) {
            case "could not find expected ':'" -> missingColon();
            case "mapping values are not allowed here" -> unexpectedColon();
            case "sequence entries are not allowed here" ->
                diagnostic(
                        "a list cannot begin here", problem, "begin it on a line of its own, one `- ` for each entry");
            case "found unexpected end of stream" ->
                diagnostic("the quote that opens here is never closed", context, "close it, or remove it");
            default -> byBeginning();
        };
    }

    private Diagnostic byBeginning() {
        if (words.contains(TAB)) {
            return tab();
        }
        if (words.startsWith("expected <block end>")) {
            return beforeInLine(problem).isBlank() ? wrongIndentation() : behindTheEnd();
        }
        if (words.startsWith("expected ','")) {
            return openBracket();
        }
        if (words.startsWith("unexpected character found") && task.endsWith("alias")) {
            return noAlias();
        }
        if (words.startsWith("expected '<document start>'")) {
            String help = "remove it, or begin another document by `---`";
            return diagnostic("this stands behind the end of the document", problem, help);
        }
        Matcher noToken = NO_TOKEN.matcher(words);
        return noToken.matches() ? needsQuotes(noToken.group(1)) : other();
    }

    /** Up to the end of the line: a mark below a tab alone shows nothing. */
    private Diagnostic tab() {
        int end = problem + length(file.lineText(file.line(problem))) - file.column(problem) + 1;
        return diagnostic("a tab stands where YAML takes spaces only", problem, "indent with spaces")
                .at(new Span(file, problem, end));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The line of the key is read to its end, and the next one shows that it is no key. */
    private Diagnostic missingColon() {
        String text = file.lineText(file.line(context)).strip();
        String help = "is a `:` missing behind it?";
        return diagnostic("`" + text + "` is neither a key nor the value of one", context, help);
    }

    /** Either the line above lacks its colon, so that both are one text, or the value holds a colon. */
    private Diagnostic unexpectedColon() {
        boolean first = !beforeInLine(problem).contains(": ");
        String help = first
                ? "has the line above a `:`, and a space behind it? Does this one begin in the right column?"
                : "put the whole value in quotes";
        String message = first ? "no key can stand here: the text above goes on" : "a value cannot hold `: `";
        Diagnostic found = diagnostic(message, problem, help);
        return first && file.line(problem) > 1 ? found.and(above(), "goes on below") : found;
    }

    private Diagnostic wrongIndentation() {
        String help = "begin it in the column of its neighbours, or further in than what it belongs to";
        return diagnostic("this line begins in a column in which nothing around it begins", problem, help);
    }

    private Diagnostic behindTheEnd() {
        return diagnostic("nothing can stand behind the end of a value", problem, "put the whole value in quotes");
    }

    private Diagnostic openBracket() {
        String bracket = character(context);
        if (words.endsWith(STREAM_END)) {
            return diagnostic("the `" + bracket + "` that opens here is never closed", context, "close it");
        }
        String closing = bracket.equals("{") ? "}" : "]";
        return diagnostic("a `,` or a `" + closing + "` is missing before this", problem, "add it")
                .and(spot(context), "opens here");
    }

    private Diagnostic noAlias() {
        boolean alone = file.text().substring(index(context + 1)).matches("(?s)(\\s.*)?");
        String help =
                alone ? "say what is meant; a whole namespace is enrolled by `namespace: NAME`" : "put it in quotes";
        return diagnostic("a value cannot begin with `*`", context, help);
    }

    private Diagnostic needsQuotes(String character) {
        if (file.lineText(file.line(problem)).startsWith("```")) {
            return diagnostic("this line belongs to a page in Markdown", problem, "remove it");
        }
        String named = character.equals("`") ? "a backtick" : "`" + character + "`";
        return diagnostic("a value cannot begin with " + named, problem, "put it in quotes");
    }

    private Diagnostic other() {
        return Diagnostic.of(Code.YAML_SYNTAX, words).at(spot(problem));
    }

    private Diagnostic diagnostic(String message, int offset, String help) {
        return Diagnostic.of(Code.YAML_SYNTAX, message).at(spot(offset)).help(help);
    }

    private Span spot(int offset) {
        return new Span(file, offset, offset + 1);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s*[\\r\\n]+\\s*", " ").strip();
    }

    /** Where in the text, in characters of Java, something in code points is. */
    private int index(int offset) {
        return file.text().offsetByCodePoints(0, offset);
    }

    private int startOfLine(int index) {
        return file.text().lastIndexOf('\n', index - 1) + 1;
    }

    private String character(int offset) {
        return Character.toString(file.text().codePointAt(index(offset)));
    }

    private String beforeInLine(int offset) {
        return file.text().substring(startOfLine(index(offset)), index(offset));
    }

    /** From the first to the last character of what stands in the lines above. */
    private Span above() {
        String text = file.text();
        int end = startOfLine(index(problem));
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int start = startOfLine(end);
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return new Span(file, text.codePointCount(0, start), text.codePointCount(0, end));
    }
}
