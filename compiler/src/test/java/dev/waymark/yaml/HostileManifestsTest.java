package dev.waymark.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.ManifestProbe;
import dev.waymark.testing.Program;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Inputs that were made to do harm, megabytes each: all of them end soon, with a message, in little memory. */
class HostileManifestsTest {
    private static final int MUCH = 12_000_000;
    private static final String HEAD = "apiVersion: v1\nkind: Service\nspec:";

    @TempDir
    private Path folder;

    /** What is written, how often, and what is said of it. */
    enum Attack {
        LONG_PLAIN_WORD(HEAD + " ", "x", "one word has more than 8388608 characters"),
        LONG_QUOTED_WORD(HEAD + " \"", "x y", "one word has more than 8388608 characters"),
        LONG_BLOCK_SCALAR(HEAD + " |\n", "  x\n", "one word has more than 8388608 characters"),
        LONG_KEY("", "x", "one word has more than 8388608 characters"),
        LONG_JSON_WORD("{\"apiVersion\": \"v1\", \"kind\": \"Service\", \"spec\": \"", "x", "8388608 characters"),
        LONG_COMMENT("", "#", "one word has more than 8388608 characters"),
        BLANK_LINES("", "\n", "one word has more than 8388608 characters"),
        OPEN_BRACKETS(HEAD + " ", "[", "more than 100 levels deep"),
        OPEN_JSON("", "{\"a\":", "more than 100 levels deep"),
        OPEN_SKIPPED_JSON("{\"status\":", "[", "stream end"),
        DASHES("", "- ", "more than 100 levels deep"),
        QUESTION_MARKS("", "? ", "a list or a mapping stands as a key"),
        MANY_VALUES(HEAD + "\n", "- a\n", "more than 1000000 values"),
        MANY_KEYS(HEAD + " {", "a, ", "more than 1000000 values"),
        MANY_JSON_VALUES("{\"items\": [{\"a\": [", "0,", "more than 1000000 values"),
        MANY_ANCHORS("apiVersion: v1\nkind: List\nitems:\n", "- {a: &a [b, c, d, e, f, g]}\n", "1000000 values"),
        MANY_LISTS("items:\n", "- {items: [{}, 1]}\n", "no Kubernetes object"),
        MANY_FOREIGN_DOCUMENTS("", "---\n- a\n", "no Kubernetes object"),
        MANY_FOREIGN_ITEMS("items:\n", "- 1\n", "no Kubernetes object"),
        NULS("", "\0", "U\\+0000 cannot stand"),
        NOISE("\u00FF", "\u00FE", "mapping|stream|document|character|no Kubernetes object"),
        CARRIAGE_RETURNS("a: \"", "\r", "8388608 characters"),
        TABS("a:\n", "\t", "."),
        TEMPLATES("", "{{ a }}\n", "a list or a mapping stands as a key"),
        TAGS(HEAD + "\n", "- !<tag:a> !!b\n", ".");

        private final String head;
        private final String piece;
        private final String message;

        Attack(String head, String piece, String message) {
            this.head = head;
            this.piece = piece;
            this.message = message;
        }

        void write(Path file) throws IOException {
            String much = piece.repeat(100_000 / piece.length());
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write(head);
                for (int written = 0; written < MUCH; written += much.length()) {
                    out.write(much);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @Timeout(60)
    void endsSoonWithAMessage(Attack attack) throws Exception {
        Path file = folder.resolve("in.yaml");
        attack.write(file);
        Program.End end =
                Program.of(ManifestProbe.class, folder).options("-Xmx256m").run(file.toString());
        assertThat(end.exitCode()).as(end.printed()).isZero();
        assertThat(end.printed()).containsPattern("(error|warning)\\[WM000[19]] .*" + attack.message);
        assertThat(end.printed().lines().filter(line -> line.contains("[WM"))).hasSize(1);
    }
}
