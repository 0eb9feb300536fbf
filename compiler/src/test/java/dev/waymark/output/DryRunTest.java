package dev.waymark.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.output.OutputWriter.Mode;
import dev.waymark.testing.FileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dry run writes nothing and says what a render would say. */
class DryRunTest {
    private static final Unit SHOP = Unit.of("shop", "old", "cart", "till");
    private static final Unit CHANGED = Unit.of("shop", "new", "cart", "safe");
    private static final Unit BANK = Unit.of("bank", "old", "vault");

    private final Workspace workspace;

    DryRunTest(@TempDir Path root) {
        workspace = new Workspace(root);
    }

    @Test
    void makesNoDirectory() throws Exception {
        saysWhatARenderSays(SHOP);
        assertThat(workspace
                        .intents(SHOP)
                        .render(workspace.file("a/b/c"), Mode.DRY_RUN)
                        .failed())
                .isFalse();
        assertThat(workspace.file("a")).doesNotExist();
    }

    @Test
    void leavesAnEmptyDirectoryEmpty() throws Exception {
        Files.createDirectory(workspace.out());
        saysWhatARenderSays(SHOP);
    }

    @Test
    void leavesARenderedDirectoryAsItIs() throws Exception {
        workspace.render(SHOP);
        saysWhatARenderSays(CHANGED, BANK);
    }

    @Test
    void findsNothingToDoWhereThereIsNothing() throws Exception {
        workspace.render(SHOP);
        saysWhatARenderSays(SHOP);
    }

    @Test
    void leavesTheStageOfADeadRun() throws Exception {
        workspace.render(SHOP);
        Files.createDirectory(workspace.root().resolve(".out.waymark-stage"));
        workspace.intents(CHANGED).render(Mode.DRY_RUN);
        assertThat(workspace.root().resolve(".out.waymark-stage")).exists();
    }

    private void saysWhatARenderSays(Unit... units) throws Exception {
        workspace.intents(units);
        SortedMap<String, String> before = FileTree.of(workspace.root());
        SortedMap<String, String> stamps = FileTree.stamps(workspace.root());
        WriteResult said = workspace.render(Mode.DRY_RUN).outcome().orElseThrow();
        assertThat(FileTree.of(workspace.root())).isEqualTo(before);
        assertThat(FileTree.stamps(workspace.root())).isEqualTo(stamps);
        assertThat(workspace.render(units)).isEqualTo(said);
    }
}
