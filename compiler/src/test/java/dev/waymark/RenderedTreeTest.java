package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.source.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is packed is what a render left, whole. */
class RenderedTreeTest {
    @TempDir
    private Path folder;

    private void write(String path, String text) throws Exception {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void lock(String lock) throws Exception {
        write("shop/waymark.lock", "{\"version\": 1, " + lock + ", \"lingering\": []}");
    }

    private static String file(String path) {
        return "\"" + path + "\": \"sha256:" + "0".repeat(64) + "\"";
    }

    @Test
    void isTheLocksAndWhatTheyList() throws Exception {
        lock("\"files\": {" + file("gateways/a.yaml") + "}");
        write("shop/gateways/a.yaml", "a");
        write("shop/gateways/mine.yaml", "foreign");
        write("review/review.html", "beside it");
        assertThat(RenderedTree.files(folder)).containsExactly("shop/gateways/a.yaml", "shop/waymark.lock");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | nothing was rendered into",
                "`\"files\": {%s}` | shop/gateways/a.yaml is missing; render it again",
                "`\"files\": {}, \"pending\": {%s}` | shop/gateways/a.yaml is missing; render it again",
                "`\"files\": {` | cannot read shop/waymark.lock in"
            })
    void whatIsNotWholeIsNotPacked(String lock, String message) throws Exception {
        if (lock != null && !lock.isEmpty()) {
            lock(lock.formatted(file("gateways/a.yaml")));
        }
        assertThatThrownBy(() -> RenderedTree.files(folder))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aBrokenOffRenderIsNotPacked() throws Exception {
        lock("\"files\": {}, \"pending\": {" + file("gateways/a.yaml") + "}");
        write("shop/gateways/a.yaml", "a");
        assertThatThrownBy(() -> RenderedTree.files(folder)).hasMessageContaining("may be of a render that broke off");
    }
}
