package dev.waymark.cli;

import java.util.List;

/** Texts that would do harm where somebody forgets to escape them. */
final class Hostile {
    /** In a file's name; no slash, since that is what separates folders. */
    static final String FILE = "a\n::error::%0A,line=9:\"'\u202E\u001B[31m](x).yaml";

    private static final String VALUE = "\\n::error file=x::%0A%25\\r\\\"\\u202E\\e[31m {0} [click](http:\\/\\/x)";

    /** Each in a place from which a message repeats it. */
    static final String INTENT = """
            apiVersion: waymark.dev/v1alpha1
            kind: MeshIntent
            metadata: {name: shop}
            spec:
              waypoints:
              - namespace: "%1$s"
                name: "::error::%1$s"
                consumers:
                - service: "%1$s"
                "%1$s": 1
              - {namespace: a, for: "%1$s"}
            """.formatted(VALUE);

    /** Words that YAML 1.1 takes for something else than text, or that are special where they stand plain. */
    static final List<String> WORDS = List.of(
            "yes",
            "No",
            "on",
            "OFF",
            "y",
            "n",
            "~",
            "null",
            "true",
            "0777",
            "0o17",
            "0x1f",
            "1:30",
            "1_000",
            "1e3",
            ".5",
            ".inf",
            ".nan",
            "-.inf",
            "2026-11-24",
            "=",
            "<<",
            "-",
            "---",
            "...");

    /** For any place in which a text can stand. */
    static final List<String> VALUES = List.of(
            "../../etc/passwd",
            "/etc/passwd",
            "a/../b",
            "..",
            ".",
            "C:\\a",
            "\\\\a\\b",
            "a\"b",
            "a'b",
            "a\nb",
            "a\r\nb",
            "a\tb",
            " a ",
            "\n",
            " ",
            "\u001B[31m",
            "\u0007",
            "\u007F",
            "\u0085",
            "\u009B31m",
            "\u2028",
            "\u202Ea\u202C",
            "a\u2066b\u200B\u200F",
            "\uFEFF",
            "\uD83D\uDE00",
            "${a}",
            "${\"freemarker.template.utility.Execute\"?new()(\"id\")}",
            "#{1}",
            "<#assign a=1>",
            "[=a]",
            "</#if>",
            "{{ .Values.a }}",
            "{{- fail \"a\" }}",
            "$(id)",
            "`id`",
            "%s%n",
            "{0}",
            "\\u{202E}",
            "::error::a",
            "<script>",
            "a: b",
            "- a",
            "# a",
            "a #b",
            "&a",
            "*a",
            "!!str a",
            "|",
            ">-",
            "%YAML 1.1",
            "@a",
            "]}",
            "a: b\n---\nkind: Secret",
            "a".repeat(1 << 16));

    private Hostile() {}
}
