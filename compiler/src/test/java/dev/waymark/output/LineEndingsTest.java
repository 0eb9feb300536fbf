package dev.waymark.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.output.OutputWriter.Mode;
import dev.waymark.testing.FileTree;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A checkout of the output on Windows, where Git makes every line end in CRLF. */
class LineEndingsTest {
    private static final Unit SHOP = Unit.of("shop", "old", "cart", "till");
    private static final Unit CHANGED = Unit.of("shop", "new", "cart");

    private final Workspace workspace;

    LineEndingsTest(@TempDir Path root) {
        workspace = new Workspace(root);
    }

    @BeforeEach
    void aRenderedDirectoryIsCheckedOut() throws Exception {
        workspace.render(SHOP);
        SortedMap<String, String> tree = workspace.tree();
        tree.replaceAll((path, text) -> text.replace("\n", "\r\n"));
        FileTree.write(tree, workspace.out());
    }

    @Test
    void areNoChangeToARender() throws Exception {
        SortedMap<String, String> stamps = FileTree.stamps(workspace.out());
        WriteResult result = workspace.render(SHOP);
        assertThat(result.written()).isEmpty();
        assertThat(result.unchanged()).isEqualTo(stamps.size());
        assertThat(FileTree.stamps(workspace.out())).isEqualTo(stamps);
    }

    @Test
    void areNoDifferenceToACheck() throws Exception {
        assertThat(workspace.check(SHOP)).isEmpty();
    }

    @Test
    void doNotKeepAFileFromBeingReplacedOrRemoved() throws Exception {
        WriteResult result = workspace.render(CHANGED);
        assertThat(result.removed()).containsExactly(SHOP.entry("till"));
        SortedMap<String, String> fresh = workspace.fresh(CHANGED);
        SortedMap<String, String> tree = workspace.tree();
        for (String path : result.written()) {
            assertThat(tree).containsEntry(path, fresh.getOrDefault(path, ""));
        }
        assertThat(withoutCarriageReturns(tree)).isEqualTo(fresh);
    }

    @Test
    void doNotHideAnEdit() throws Exception {
        workspace.edit(SHOP.entry("cart"), workspace.read(SHOP.entry("cart")) + "# mine\r\n");
        assertThat(workspace.intents(CHANGED).refused(Mode.CAREFUL))
                .containsExactly("WM4006 " + SHOP.entry("cart") + " was changed since it was rendered");
    }

    private static SortedMap<String, String> withoutCarriageReturns(SortedMap<String, String> tree) {
        SortedMap<String, String> plain = new TreeMap<>(tree);
        plain.replaceAll((path, text) -> text.replace("\r\n", "\n"));
        return plain;
    }
}
