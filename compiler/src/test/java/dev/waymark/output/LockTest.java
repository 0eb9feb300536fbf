package dev.waymark.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.lock.Fingerprint;
import dev.waymark.output.OutputWriter.Mode;
import dev.waymark.testing.FileTree;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Locks that are missing, damaged, or of a unit that nobody renders any more. */
class LockTest {
    private static final Unit SHOP = Unit.of("shop", "old", "cart", "till");
    private static final Unit CHANGED = Unit.of("shop", "new", "cart", "till");
    private static final Unit BANK = Unit.of("bank", "old", "vault");

    private final Workspace workspace;

    LockTest(@TempDir Path root) {
        workspace = new Workspace(root);
    }

    @BeforeEach
    void aDirectoryIsRendered() throws Exception {
        workspace.render(SHOP);
    }

    @Test
    void isWrittenAnewForFilesThatAreAsARenderWouldWriteThem() throws Exception {
        Files.delete(workspace.file(SHOP.lock()));
        WriteResult result = workspace.render(SHOP);
        assertThat(result.written()).containsExactly(SHOP.lock());
        assertThat(result.unchanged()).isEqualTo(8);
        assertThat(workspace.tree()).isEqualTo(workspace.fresh(SHOP));
    }

    @ParameterizedTest
    @EnumSource
    void isNeededToReplaceAFile(Mode mode) throws Exception {
        Files.delete(workspace.file(SHOP.lock()));
        assertThat(workspace.intents(CHANGED).refused(mode))
                .containsExactly(
                        "WM4005 " + SHOP.entry("cart") + " is in the way, and no render wrote it",
                        "WM4005 " + SHOP.entry("till") + " is in the way, and no render wrote it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "it holds the conflict markers of a merge | `{\n<<<<<<< HEAD\n=======\n>>>>>>> theirs\n}`",
                "it is not JSON | version: 1",
                "its version is 2, and this program writes 1 | {\"version\": 2, \"files\": {}, \"lingering\": []}",
                "its path `../x` leads out of the folder | {\"version\": 1, \"files\": {\"../x\": \"sha256:00\"}}",
            })
    void stopsEverythingIfItCannotBeRead(String reason, String text) throws Exception {
        workspace.edit(SHOP.lock(), text);
        workspace.intents(CHANGED);
        String message = "WM4014 shop/waymark.lock cannot be read: " + reason;
        for (Mode mode : Mode.values()) {
            assertThat(workspace.refused(mode)).containsExactly(message);
        }
        assertThat(workspace.messages(workspace.compare())).containsExactly(message);
        assertThat(workspace.compare().failed()).isTrue();
    }

    @Test
    void removesNothingBeyondItsFolder() throws Exception {
        workspace.edit("secret.txt", "mine");
        String entry = "\"../secret.txt\": \"" + Fingerprint.of("mine".getBytes(StandardCharsets.UTF_8)) + "\",";
        workspace.edit(SHOP.lock(), workspace.read(SHOP.lock()).replace("\"files\": {", "\"files\": {" + entry));
        assertThat(workspace.refused(Mode.FORCE)).hasSize(1);
        assertThat(workspace.read("secret.txt")).isEqualTo("mine");
    }

    @ParameterizedTest
    @EnumSource
    void ofAUnitWithoutADocumentStopsTheRender(Mode mode) throws Exception {
        workspace.render(SHOP, BANK);
        assertThat(workspace.intents(CHANGED).refused(mode))
                .containsExactly(
                        "WM4010 bank was rendered before, and no document of the unit `bank` is among the inputs");
    }

    @Test
    void ofAUnitWithoutADocumentStopsTheCheck() throws Exception {
        workspace.render(SHOP, BANK);
        workspace.intents(SHOP);
        assertThat(workspace.compare().failed()).isTrue();
        assertThat(workspace.compare().outcome()).isEmpty();
    }

    @Test
    void goesWithTheFolderOfAUnitThatIsGone() throws Exception {
        workspace.render(SHOP, BANK);
        FileTree.delete(workspace.file("bank"));
        workspace.render(SHOP);
        assertThat(workspace.tree()).isEqualTo(workspace.fresh(SHOP));
    }

    @Test
    void forgetsAFileThatIsGoneAndThatNobodyWants() throws Exception {
        Files.delete(workspace.file(SHOP.entry("till")));
        Unit smaller = Unit.of("shop", "old", "cart");
        workspace.render(smaller);
        assertThat(workspace.tree()).isEqualTo(workspace.fresh(smaller));
    }
}
