package dev.waymark.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.output.OutputWriter.Mode;
import dev.waymark.testing.FileTree;
import dev.waymark.testing.Program;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where documents wait until all of them are there. */
class StageTest {
    private static final Unit SHOP = Unit.of("shop", "old", "cart", "till");
    private static final Unit CHANGED = Unit.of("shop", "new", "cart");

    private final Workspace workspace;

    StageTest(@TempDir Path root) {
        workspace = new Workspace(root);
    }

    @ParameterizedTest
    @ValueSource(strings = {".out.waymark-stage", "out/.waymark-stage"})
    void ofADeadRunIsCleared(String stage) throws Exception {
        workspace.render(SHOP);
        leave(stage);
        assertThat(workspace.check(SHOP)).isEmpty();
        workspace.render(CHANGED);
        workspace.assertNoStageIsLeft();
        assertThat(workspace.tree()).isEqualTo(workspace.fresh(CHANGED));
    }

    @ParameterizedTest
    @ValueSource(strings = {".out.waymark-stage", "out/.waymark-stage"})
    void ofADeadRunIsNoPartOfAFreshDirectory(String stage) throws Exception {
        leave(stage);
        workspace.render(SHOP);
        workspace.assertNoStageIsLeft();
        assertThat(workspace.tree()).isEqualTo(workspace.fresh(SHOP));
    }

    @ParameterizedTest
    @ValueSource(strings = {".out.waymark-stage", "out/.waymark-stage"})
    void ofADeadRunIsClearedByARenderThatIsRefusedToo(String stage) throws Exception {
        workspace.render(SHOP);
        workspace.edit(SHOP.entry("till"), "mine");
        SortedMap<String, String> before = workspace.tree();
        leave(stage);
        assertThat(workspace.intents(CHANGED).render(Mode.CAREFUL).failed()).isTrue();
        workspace.assertNoStageIsLeft();
        assertThat(workspace.tree()).isEqualTo(before);
    }

    @Test
    void thatIsALinkGoesWithoutWhatItLeadsTo() throws Exception {
        workspace.render(SHOP);
        Files.createSymbolicLink(workspace.file(".waymark-stage"), workspace.mesh());
        workspace.render(CHANGED);
        workspace.assertNoStageIsLeft();
        assertThat(FileTree.names(workspace.mesh())).containsExactly("shop.yaml");
    }

    @Test
    void isClearedWhenACommitFails() throws Exception {
        try (OutputWriter writer =
                OutputWriter.open(workspace.out(), UnitNames.of(List.of("shop")), Mode.CAREFUL, new DiagnosticLog())) {
            writer.put("shop", "a.yaml", bytes("a"));
            FileTree.delete(workspace.root().resolve(".out.waymark-stage"));
            workspace.edit("notes.txt", "mine");
            writer.finish();
            assertThatThrownBy(writer::commit).isInstanceOf(OutputException.class);
        }
        workspace.assertNoStageIsLeft();
        assertThat(workspace.tree()).containsOnlyKeys("notes.txt");
    }

    @Test
    void isClearedWhenNothingIsCommitted() throws Exception {
        try (OutputWriter writer =
                OutputWriter.open(workspace.out(), UnitNames.of(List.of("shop")), Mode.CAREFUL, new DiagnosticLog())) {
            writer.put("shop", "a.yaml", bytes("a"));
            assertThat(workspace.out()).doesNotExist();
        }
        assertThat(FileTree.of(workspace.root())).isEmpty();
    }

    @Test
    void mayLieWithinTheDirectory() throws Exception {
        OutputDirectory directory =
                OutputDirectory.read(workspace.out(), UnitNames.of(List.of("shop")), new DiagnosticLog());
        Plan plan = new Plan(directory.units());
        try (Stage stage = new FileStage(workspace.out(), workspace.file(".waymark-stage"))) {
            plan.unit("shop").write("a/b.yaml", "sha256:" + "0".repeat(64));
            stage.put("shop/a/b.yaml", bytes("a"));
            stage.commit(plan);
        }
        assertThat(workspace.tree()).containsOnlyKeys("shop/", "shop/a/", "shop/a/b.yaml", SHOP.lock());
    }

    @Test
    void leavesTheWorkingDirectoryInItsPlace() throws Exception {
        Files.createDirectory(workspace.out());
        Object key = Files.getAttribute(workspace.out(), "unix:ino");
        for (Unit unit : List.of(SHOP, CHANGED)) {
            workspace.intents(unit);
            Program.End end = Program.waymark(workspace.out()).run("render", "../mesh", "-o", ".");
            assertThat(end.exitCode()).as(end.printed()).isZero();
            assertThat(workspace.tree()).isEqualTo(workspace.fresh(unit));
        }
        assertThat(Files.getAttribute(workspace.out(), "unix:ino")).isEqualTo(key);
        workspace.assertNoStageIsLeft();
    }

    private void leave(String stage) throws Exception {
        Path folder = workspace.root().resolve(stage);
        Files.createDirectories(folder.resolve("shop/gateways"));
        Files.writeString(folder.resolve("0"), "half a fi");
        Files.writeString(folder.resolve("shop/gateways/kustomization.yaml"), "half a fi");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
