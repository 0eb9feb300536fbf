package dev.waymark.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.output.OutputWriter.Mode;
import dev.waymark.testing.FileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a render must not replace. */
class ProtectionTest {
    private static final Unit SHOP = Unit.of("shop", "old", "cart", "till");
    private static final Unit CHANGED = Unit.of("shop", "new", "cart", "till");
    private static final Unit SMALLER = Unit.of("shop", "old", "cart");
    private static final Unit BANK = Unit.of("bank", "old", "vault");
    private static final String EDITED = " was changed since it was rendered";
    private static final String FOREIGN = " is in the way, and no render wrote it";

    private final Workspace workspace;

    ProtectionTest(@TempDir Path root) {
        workspace = new Workspace(root);
    }

    @BeforeEach
    void aDirectoryIsRendered() throws Exception {
        workspace.render(SHOP);
    }

    @AfterEach
    void noStageIsLeft() throws Exception {
        workspace.assertNoStageIsLeft();
    }

    @Test
    void whatSomebodyEditedStopsTheWholeRender() throws Exception {
        workspace.edit(SHOP.entry("cart"), "mine");
        workspace.edit(SHOP.entry("till"), "mine");
        assertThat(workspace.intents(CHANGED).refused(Mode.CAREFUL))
                .containsExactly("WM4006 " + SHOP.entry("cart") + EDITED, "WM4006 " + SHOP.entry("till") + EDITED);
    }

    @Test
    void whatSomebodyEditedStopsItsRemoval() throws Exception {
        workspace.edit(SHOP.entry("till"), "mine");
        assertThat(workspace.intents(SMALLER).refused(Mode.CAREFUL))
                .containsExactly("WM4006 " + SHOP.entry("till") + EDITED);
    }

    @Test
    void whatSomebodyEditedStopsTheRenderOfTheIntentItCameFrom() throws Exception {
        workspace.edit(SHOP.entry("till"), "mine");
        assertThat(workspace.refused(Mode.CAREFUL)).containsExactly("WM4006 " + SHOP.entry("till") + EDITED);
    }

    @Test
    void forceReplacesWhatSomebodyEdited() throws Exception {
        workspace.edit(SHOP.entry("till"), "mine");
        assertThat(workspace.intents(CHANGED).render(Mode.FORCE).failed()).isFalse();
        assertThat(workspace.tree()).isEqualTo(workspace.fresh(CHANGED));
    }

    @Test
    void forceRemovesWhatSomebodyEdited() throws Exception {
        workspace.edit(SHOP.entry("till"), "mine");
        assertThat(workspace.intents(SMALLER).render(Mode.FORCE).failed()).isFalse();
        assertThat(workspace.tree()).isEqualTo(workspace.fresh(SMALLER));
    }

    @Test
    void anEditThatSaysWhatARenderWouldSayIsNone() throws Exception {
        workspace.edit(SHOP.entry("till"), workspace.fresh(CHANGED).getOrDefault(SHOP.entry("till"), ""));
        workspace.render(CHANGED);
        assertThat(workspace.tree()).isEqualTo(workspace.fresh(CHANGED));
    }

    @Test
    void whatSomebodyDeletedIsWrittenAgain() throws Exception {
        Files.delete(workspace.file(SHOP.entry("till")));
        assertThat(workspace.render(SHOP).written()).containsExactly(SHOP.entry("till"));
        assertThat(workspace.tree()).isEqualTo(workspace.fresh(SHOP));
    }

    @ParameterizedTest
    @EnumSource
    void aForeignFileStopsTheRender(Mode mode) throws Exception {
        workspace.edit(SHOP.entry("safe"), "mine");
        workspace.intents(Unit.of("shop", "new", "cart", "safe"));
        assertThat(workspace.refused(mode)).containsExactly("WM4005 " + SHOP.entry("safe") + FOREIGN);
    }

    @ParameterizedTest
    @EnumSource
    void aFolderInPlaceOfAFileStopsTheRender(Mode mode) throws Exception {
        Files.delete(workspace.file(SHOP.entry("till")));
        Files.createDirectory(workspace.file(SHOP.entry("till")));
        assertThat(workspace.intents(CHANGED).refused(mode)).containsExactly("WM4005 " + SHOP.entry("till") + FOREIGN);
    }

    @ParameterizedTest
    @EnumSource
    void aFileInPlaceOfAFolderIsNamedOnceForAllThatBelongsThere(Mode mode) throws Exception {
        FileTree.delete(workspace.file("shop/enrollment/shop"));
        workspace.edit("shop/enrollment/shop", "mine");
        assertThat(workspace.intents(CHANGED).refused(mode)).containsExactly("WM4005 shop/enrollment/shop" + FOREIGN);
    }

    @ParameterizedTest
    @EnumSource
    void aFileInPlaceOfAUnitStopsTheRender(Mode mode) throws Exception {
        workspace.edit("bank", "mine");
        assertThat(workspace.intents(CHANGED, BANK).refused(mode)).containsExactly("WM4005 bank" + FOREIGN);
    }

    @ParameterizedTest
    @EnumSource
    void aFolderInPlaceOfALockStopsTheRender(Mode mode) throws Exception {
        workspace.edit("bank/waymark.lock/notes.txt", "mine");
        assertThat(workspace.intents(CHANGED, BANK).refused(mode))
                .containsExactly("WM4005 bank/waymark.lock" + FOREIGN);
    }

    @Test
    void aForeignFileThatIsInNobodysWayStays() throws Exception {
        workspace.edit("shop/gateways/shop/notes.txt", "mine");
        workspace.render(CHANGED);
        assertThat(workspace.read("shop/gateways/shop/notes.txt")).isEqualTo("mine");
    }
}
