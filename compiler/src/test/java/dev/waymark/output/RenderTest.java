package dev.waymark.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.output.OutputWriter.Mode;
import dev.waymark.testing.FileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a render writes, and what it leaves alone. */
class RenderTest {
    private static final Unit SHOP = Unit.of("shop", "old", "cart", "till");
    private static final Unit SMALLER = Unit.of("shop", "old", "cart");
    private static final Unit EMPTY = Unit.of("shop", "old");
    private static final Unit BANK = Unit.of("bank", "old", "vault");
    private static final Unit CHANGED_BANK = Unit.of("bank", "new", "vault");

    private final Workspace workspace;

    RenderTest(@TempDir Path root) {
        workspace = new Workspace(root);
    }

    @AfterEach
    void noStageIsLeft() throws Exception {
        workspace.assertNoStageIsLeft();
    }

    @Test
    void aMissingDirectoryIsMade() throws Exception {
        WriteResult result = workspace.render(SHOP);
        assertThat(result.written())
                .containsExactly(
                        "shop/components/shop/objects/kustomization.yaml",
                        SHOP.component(),
                        "shop/enrollment/kustomization.yaml",
                        SHOP.entry("cart"),
                        SHOP.entry("till"),
                        "shop/gateways/kustomization.yaml",
                        SHOP.gateway(),
                        "shop/labels/kustomization.yaml",
                        SHOP.lock());
        assertThat(stamps()).containsOnlyKeys(result.written());
        assertThat(result.removed()).isEmpty();
        assertThat(result.unchanged()).isZero();
    }

    @Test
    void anEmptyDirectoryIsFilled() throws Exception {
        Files.createDirectory(workspace.out());
        assertThat(workspace.render(SHOP).written()).hasSize(9);
        assertThat(workspace.tree()).isEqualTo(workspace.fresh(SHOP));
    }

    @Test
    void missingParentsAreMade() throws Exception {
        workspace.intents(SHOP).render(workspace.file("a/b"), Mode.CAREFUL);
        assertThat(FileTree.of(workspace.file("a/b"))).isEqualTo(workspace.fresh(SHOP));
        assertThat(FileTree.names(workspace.file("a"))).containsExactly("b");
    }

    @Test
    void aDirectoryBehindALinkIsFilledAndUpdated() throws Exception {
        Path target = Files.createDirectory(workspace.root().resolve("target"));
        Files.createSymbolicLink(workspace.out(), target);
        workspace.render(SHOP);
        workspace.render(BANK, SHOP);
        assertThat(workspace.out()).isSymbolicLink();
        assertThat(FileTree.of(target)).isEqualTo(workspace.fresh(BANK, SHOP));
    }

    @Test
    void theParentOfALinkIsThatOfItsTarget() throws Exception {
        Path target = Files.createDirectories(workspace.root().resolve("elsewhere/target"));
        Path link = Files.createSymbolicLink(workspace.root().resolve("link"), target);
        workspace.edit(SHOP.entry("cart"), "mine");
        workspace.intents(SHOP).render(link.resolve("../out"), Mode.CAREFUL);
        assertThat(workspace.tree()).containsEntry(SHOP.entry("cart"), "mine");
        assertThat(FileTree.of(target.resolveSibling("out"))).isEqualTo(workspace.fresh(SHOP));
    }

    @Test
    void theParentOfWhatIsMissingIsWhereItWouldBe() throws Exception {
        workspace.edit(SHOP.entry("cart"), "mine");
        Path roundabout = workspace.root().resolve("missing/../out");
        assertThat(workspace.intents(SHOP).render(roundabout, Mode.CAREFUL).failed())
                .isTrue();
        assertThat(workspace.read(SHOP.entry("cart"))).isEqualTo("mine");
    }

    @Test
    void theSameIntentTouchesNothing() throws Exception {
        workspace.render(SHOP, BANK);
        SortedMap<String, String> stamps = stamps();
        WriteResult result = workspace.render(BANK, SHOP);
        assertThat(stamps()).isEqualTo(stamps);
        assertThat(result.written()).isEmpty();
        assertThat(result.removed()).isEmpty();
        assertThat(result.unchanged()).isEqualTo(stamps.size());
    }

    @Test
    void onlyWhatChangedIsWritten() throws Exception {
        workspace.render(SHOP, BANK);
        SortedMap<String, String> stamps = stamps();
        WriteResult result = workspace.render(SHOP, CHANGED_BANK);
        assertThat(result.written()).containsExactly(BANK.entry("vault"), BANK.lock());
        assertThat(result.removed()).isEmpty();
        assertThat(result.unchanged()).isEqualTo(stamps.size() - 2);
        assertThat(writtenSince(stamps)).isEqualTo(result.written());
        assertThat(workspace.tree()).isEqualTo(workspace.fresh(SHOP, CHANGED_BANK));
    }

    @Test
    void whatIsNoLongerWantedGoes() throws Exception {
        workspace.render(SHOP);
        WriteResult result = workspace.render(SMALLER);
        assertThat(result.removed()).containsExactly(SHOP.entry("till"));
        assertThat(result.written()).containsExactly("shop/enrollment/kustomization.yaml", SHOP.lock());
        assertThat(workspace.tree()).isEqualTo(workspace.fresh(SMALLER));
    }

    @Test
    void theLastOfAFolderTakesItAlong() throws Exception {
        workspace.render(SHOP);
        workspace.render(EMPTY);
        assertThat(workspace.tree())
                .isEqualTo(workspace.fresh(EMPTY))
                .containsKey("shop/enrollment/")
                .doesNotContainKey("shop/enrollment/shop/");
    }

    @Test
    void aFolderWithAFileOfSomebodyElseStays() throws Exception {
        workspace.render(SHOP);
        workspace.edit("shop/enrollment/shop/notes.txt", "mine");
        workspace.render(EMPTY);
        assertThat(workspace.tree())
                .containsEntry("shop/enrollment/shop/notes.txt", "mine")
                .doesNotContainKeys(SHOP.entry("cart"), SHOP.entry("till"));
    }

    @Test
    void aFileInPlaceOfAFolderThatIsNoLongerWantedStays() throws Exception {
        workspace.render(SHOP);
        FileTree.delete(workspace.file("shop/enrollment/shop"));
        workspace.edit("shop/enrollment/shop", "mine");
        workspace.render(EMPTY);
        assertThat(workspace.read("shop/enrollment/shop")).isEqualTo("mine");
    }

    @Test
    void aNewUnitLeavesTheOthersAlone() throws Exception {
        workspace.render(SHOP);
        SortedMap<String, String> stamps = stamps();
        workspace.render(SHOP, BANK);
        assertThat(stamps()).containsAllEntriesOf(stamps);
        assertThat(workspace.tree()).isEqualTo(workspace.fresh(SHOP, BANK));
    }

    @Test
    void whatBelongsToNoUnitIsLeftAlone() throws Exception {
        workspace.render(BANK);
        workspace.edit("README.md", "mine");
        workspace.edit("team/kustomization.yaml", "mine");
        workspace.render(CHANGED_BANK);
        assertThat(workspace.tree())
                .containsEntry("README.md", "mine")
                .containsEntry("team/kustomization.yaml", "mine");
    }

    @Test
    void anIntentWithAnErrorWritesNothing() throws Exception {
        workspace.render(SHOP);
        workspace.intents(Unit.of("shop", "new", "cart", "cart"));
        assertThat(workspace.refused(Mode.FORCE)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsNoDirectoryAndHasNone(Mode mode) throws Exception {
        Files.writeString(workspace.out(), "mine");
        workspace.intents(SHOP);
        for (Path directory : new Path[] {workspace.out(), workspace.file("below")}) {
            String what =
                    directory.equals(workspace.out()) ? "it" : workspace.out().toString();
            assertThatThrownBy(() -> workspace.render(directory, mode))
                    .isInstanceOf(OutputException.class)
                    .hasMessage("cannot use " + directory + ": " + what + " is not a directory");
        }
        assertThat(workspace.out()).hasContent("mine");
    }

    @ParameterizedTest
    @EnumSource
    void aLinkToNowhereIsNoDirectory(Mode mode) throws Exception {
        Files.createSymbolicLink(workspace.out(), Path.of("nowhere"));
        workspace.intents(SHOP);
        assertThatThrownBy(() -> workspace.render(mode))
                .isInstanceOf(OutputException.class)
                .hasMessageEndingWith("out: it is not a directory");
        assertThat(workspace.out()).isSymbolicLink();
    }

    private SortedMap<String, String> stamps() throws Exception {
        return FileTree.stamps(workspace.out());
    }

    private SortedSet<String> writtenSince(SortedMap<String, String> stamps) throws Exception {
        SortedMap<String, String> now = new TreeMap<>(stamps());
        now.entrySet().removeAll(stamps.entrySet());
        return new TreeSet<>(now.keySet());
    }
}
