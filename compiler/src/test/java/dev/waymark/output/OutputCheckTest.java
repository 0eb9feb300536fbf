package dev.waymark.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.CompileResult;
import dev.waymark.lock.Lock;
import dev.waymark.lock.LockFormat;
import dev.waymark.testing.FileTree;
import dev.waymark.testing.Program;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which ways a directory differs from a fresh render. */
class OutputCheckTest {
    private static final Unit SHOP = Unit.of("shop", "old", "cart", "till");
    private static final Unit CHANGED = Unit.of("shop", "new", "cart", "till");
    private static final Unit SMALLER = Unit.of("shop", "old", "cart");
    private static final Unit BANK = Unit.of("bank", "old", "vault");

    private final Workspace workspace;

    OutputCheckTest(@TempDir Path root) {
        workspace = new Workspace(root);
    }

    @BeforeEach
    void aDirectoryIsRendered() throws Exception {
        workspace.render(SHOP);
    }

    @Test
    void findsNothingAfterARender() throws Exception {
        SortedMap<String, String> stamps = FileTree.stamps(workspace.root());
        CompileResult<SortedSet<StaleFile>> result = workspace.compare();
        assertThat(result.outcome().orElseThrow()).isEmpty();
        assertThat(result.failed()).isFalse();
        assertThat(FileTree.stamps(workspace.root())).isEqualTo(stamps);
    }

    @Test
    void findsWhatIsMissing() throws Exception {
        Files.delete(workspace.file(SHOP.entry("till")));
        assertThat(workspace.check(SHOP)).containsExactly("missing " + SHOP.entry("till"));
    }

    @Test
    void findsAllMissingWhereThereIsNoDirectory() throws Exception {
        FileTree.delete(workspace.out());
        assertThat(workspace.check(SMALLER))
                .containsExactly(
                        "missing shop/components/shop/objects/kustomization.yaml",
                        "missing " + SHOP.component(),
                        "missing shop/enrollment/kustomization.yaml",
                        "missing " + SHOP.entry("cart"),
                        "missing shop/gateways/kustomization.yaml",
                        "missing " + SHOP.gateway(),
                        "missing shop/labels/kustomization.yaml",
                        "no-lock " + SHOP.lock());
        assertThat(workspace.out()).doesNotExist();
    }

    @Test
    void findsWhatDiffers() throws Exception {
        assertThat(workspace.check(CHANGED))
                .containsExactly(
                        "differs " + SHOP.entry("cart"), "differs " + SHOP.entry("till"), "differs " + SHOP.lock());
    }

    @Test
    void findsWhatWasEditedByHand() throws Exception {
        workspace.edit(SHOP.entry("till"), "mine");
        assertThat(workspace.check(SHOP)).containsExactly("edited-by-hand " + SHOP.entry("till"));
        assertThat(workspace.check(CHANGED)).contains("edited-by-hand " + SHOP.entry("till"));
    }

    @Test
    void findsAForeignFileInAFolderOfOurs() throws Exception {
        workspace.edit("shop/gateways/notes.yaml", "mine");
        assertThat(workspace.check(SHOP)).containsExactly("foreign shop/gateways/notes.yaml");
    }

    @Test
    void findsAForeignFileWhereOneOfOursBelongs() throws Exception {
        workspace.edit(SHOP.entry("safe"), "mine");
        assertThat(workspace.check(Unit.of("shop", "old", "cart", "safe", "till")))
                .contains("foreign " + SHOP.entry("safe"));
    }

    @Test
    void findsWhatIsInTheWayOfOurs() throws Exception {
        workspace.edit("bank", "mine");
        FileTree.delete(workspace.file("shop/gateways/shop"));
        workspace.edit("shop/gateways/shop", "mine");
        Files.delete(workspace.file("shop/labels/kustomization.yaml"));
        Files.createDirectory(workspace.file("shop/labels/kustomization.yaml"));
        assertThat(workspace.check(SHOP, BANK))
                .containsExactly(
                        "foreign bank",
                        "no-lock " + BANK.lock(),
                        "foreign shop/gateways/shop",
                        "foreign shop/labels/kustomization.yaml");
    }

    @Test
    void findsWhatIsObsolete() throws Exception {
        assertThat(workspace.check(SMALLER))
                .containsExactly(
                        "differs shop/enrollment/kustomization.yaml",
                        "obsolete " + SHOP.entry("till"),
                        "differs " + SHOP.lock());
    }

    @Test
    void findsAnUnfinishedRender() throws Exception {
        SortedMap<String, Optional<String>> pending = new TreeMap<>();
        pending.put("gateways/shop/gateway_till.yaml", Optional.empty());
        Lock lock = LockFormat.read(Files.readAllBytes(workspace.file(SHOP.lock())));
        byte[] unfinished = LockFormat.write(new Lock(lock.files(), pending, lock.lingering()));
        workspace.edit(SHOP.lock(), new String(unfinished, StandardCharsets.UTF_8));
        assertThat(workspace.check(SHOP)).containsExactly("unfinished " + SHOP.lock());
    }

    @Test
    void findsThatALockIsMissing() throws Exception {
        Files.delete(workspace.file(SHOP.lock()));
        assertThat(workspace.check(SHOP)).containsExactly("no-lock " + SHOP.lock());
        assertThat(workspace.check(SMALLER))
                .containsExactly(
                        "differs shop/enrollment/kustomization.yaml",
                        "foreign " + SHOP.entry("till"),
                        "no-lock " + SHOP.lock());
    }

    @Test
    void findsALockThatListsWhatIsGone() throws Exception {
        Files.delete(workspace.file(SHOP.entry("till")));
        assertThat(workspace.check(SMALLER))
                .containsExactly("differs shop/enrollment/kustomization.yaml", "differs " + SHOP.lock());
    }

    @Test
    void endsWithAnExitCode() throws Exception {
        assertThat(exitCode("mesh")).isZero();
        workspace.intents(CHANGED);
        assertThat(exitCode("mesh")).isEqualTo(1);
        assertThat(exitCode("missing.yaml")).isEqualTo(2);
    }

    private int exitCode(String input) throws Exception {
        return Program.waymark(workspace.root())
                .run("check", input, "-o", "out")
                .exitCode();
    }
}
