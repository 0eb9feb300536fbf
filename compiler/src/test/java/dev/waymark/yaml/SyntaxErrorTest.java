package dev.waymark.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Syntax errors in words, at the place of the slip rather than where the parser noticed it. */
class SyntaxErrorTest {
    private static final String TEXT = """
            kind: MeshIntent # 😀
            metadata: {name: "shop", annotations: {a: 'b'}}
            spec:
              waypoints:
              - namespace: shop
                consumers: [{service: cart}]

                labels:
                  note: |
                    text
            """;

    private static Diagnostic damage(String text) {
        List<Diagnostic> damage =
                YamlReader.read(new SourceFile("mesh.yaml", text)).damage();
        assertThat(damage).as(text).hasSize(1);
        return damage.get(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `a:\\n\\tb: c`      | 2:1 a tab stands where YAML takes spaces only                     | indent with spaces
            `😀: 1\\nb\\nc: 2`  | 2:1 `b` is neither a key nor the value of one                      | is a `:` missing behind it?
            `a: - b`            | 1:4 a list cannot begin here                                       | begin it on a line of its own, one `- ` for each entry
            `a: "b" c`          | 1:8 nothing can stand behind the end of a value                    | put the whole value in quotes
            `a:\\n  b: 1\\n c: 2` | 3:2 this line begins in a column in which nothing around it begins | begin it in the column of its neighbours, or further in than what it belongs to
            `a: b: c`           | 1:5 a value cannot hold `: `                                       | put the whole value in quotes
            `a: ["b" "c"]`      | 1:9 a `,` or a `]` is missing before this                          | add it
            `a: {b: "c" "d"}`   | 1:12 a `,` or a `}` is missing before this                         | add it
            `a: *`              | 1:4 a value cannot begin with `*`                                  | say what is meant; a whole namespace is enrolled by `namespace: NAME`
            `a: [*.b.c]`        | 1:5 a value cannot begin with `*`                                  | put it in quotes
            a: `b               | 1:4 a value cannot begin with a backtick                           | put it in quotes
            """)
    void saysWhatToDo(String text, String message, String help) {
        Diagnostic found = damage(text.replace("\\n", "\n").replace("\\t", "\t"));
        Span span = found.span().orElseThrow();
        assertThat(span.line() + ":" + span.column() + " " + found.message())
                .isEqualTo(message.replaceFirst(" ", " this is not YAML: "));
        assertThat(found.help()).isEqualTo(help);
    }

    /** Whatever is slipped in wherever, and wherever the text is cut. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "\t", "\n", ":", ": ", "- ", "@", "*", "&", "\"", "'", "{", "}", "]", ",", "`", "😀", "|", "?", "%",
                "!"
            })
    void everyErrorHasItsPlace(String slip) {
        for (int at = 0; at <= TEXT.length(); at++) {
            String rest = slip.isEmpty() ? "" : TEXT.substring(at);
            String text = TEXT.substring(0, at) + slip + rest;
            int length = text.codePointCount(0, text.length());
            for (Diagnostic found :
                    YamlReader.read(new SourceFile("mesh.yaml", text)).damage()) {
                assertThat(found.span().orElseThrow().start()).as(text).isBetween(0, length);
                found.related().forEach(other -> assertThat(other.span().end()).isBetween(1, length));
            }
        }
    }
}
