package dev.waymark.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.lock.Lock;
import dev.waymark.output.OutputWriter.Mode;
import dev.waymark.testing.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a render leaves that is killed while it makes its output visible, at each of its steps. */
class UnfinishedRenderTest {
    private static final List<String> UNITS = List.of("bank", "post", "shop");
    private static final Unit SHOP = Unit.of("shop", "old", "cart", "safe");
    private static final Unit[] OLD = {Unit.of("bank", "old", "vault", "till"), SHOP, Unit.of("post", "old")};
    private static final Unit[] NEW = {
        Unit.of("bank", "new", "vault", "till"), Unit.of("shop", "new", "cart", "rack"), Unit.of("post", "old", "box")
    };
    private static final Unit[] THIRD = {
        Unit.of("bank", "third"), Unit.of("shop", "third", "cart", "safe"), Unit.of("post", "old", "box")
    };

    private final Workspace workspace;

    UnfinishedRenderTest(@TempDir Path root) {
        workspace = new Workspace(root);
    }

    private List<SortedMap<String, String>> states() throws Exception {
        return CommitSteps.of(workspace.fresh(OLD), workspace.fresh(NEW)).unfinished();
    }

    @Test
    void leavesEachFileAsItWasOrAsItWillBe() throws Exception {
        SortedMap<String, String> before = workspace.fresh(OLD);
        SortedMap<String, String> after = workspace.fresh(NEW);
        List<SortedMap<String, String>> states = CommitSteps.of(before, after).beforeWrites();
        assertThat(states).hasSizeGreaterThan(12);
        for (int write = 0; write < states.size(); write++) {
            lay(before);
            commitWithout(staged(write, states.size() - 2 * UNITS.size()), after);
            assertThat(files(workspace.tree())).isEqualTo(files(states.get(write)));
            workspace.assertNoStageIsLeft();
        }
    }

    /** The number of the staged file that a write moves: locks are written first, and staged behind the files. */
    private static int staged(int write, int files) {
        if (write < UNITS.size()) {
            return files + write;
        }
        return write < UNITS.size() + files ? write - UNITS.size() : write;
    }

    @Test
    void isFoundByCheck() throws Exception {
        for (SortedMap<String, String> state : states()) {
            lay(state);
            assertThat(workspace.check(OLD)).anyMatch(found -> found.startsWith("unfinished "));
            assertThat(workspace.check(NEW))
                    .anyMatch(found -> found.startsWith("unfinished "))
                    .noneMatch(found -> found.startsWith("edited-by-hand ") || found.startsWith("foreign "));
            assertThat(files(workspace.tree())).isEqualTo(files(state));
        }
    }

    @Test
    void isHealedByTheNextRender() throws Exception {
        SortedMap<String, String> fresh = workspace.fresh(NEW);
        for (SortedMap<String, String> state : states()) {
            lay(state);
            Files.createDirectory(workspace.root().resolve(".out.waymark-stage"));
            workspace.render(NEW);
            workspace.assertNoStageIsLeft();
            assertThat(workspace.tree()).isEqualTo(fresh);
            assertThat(workspace.check(NEW)).isEmpty();
        }
    }

    @Test
    void isHealedByARenderOfOtherIntents() throws Exception {
        for (SortedMap<String, String> fresh : List.of(workspace.fresh(OLD), workspace.fresh(THIRD))) {
            for (SortedMap<String, String> state : states()) {
                lay(state);
                commit(fresh);
                assertThat(workspace.tree()).isEqualTo(fresh);
            }
        }
    }

    @Test
    void isHealedAlsoIfTheNextRenderDiesToo() throws Exception {
        SortedMap<String, String> old = workspace.fresh(OLD);
        SortedMap<String, String> third = workspace.fresh(THIRD);
        for (SortedMap<String, String> state : states()) {
            for (int missing : new int[] {0, 3, 6}) {
                lay(state);
                commitWithout(missing, third);
                commit(old);
                assertThat(workspace.tree()).isEqualTo(old);
            }
        }
    }

    @Test
    void keepsWhatSomebodyEdits() throws Exception {
        for (String path : List.of(SHOP.entry("cart"), SHOP.entry("safe"), SHOP.entry("rack"))) {
            for (SortedMap<String, String> state : states()) {
                lay(state);
                if (Files.exists(workspace.file(path))) {
                    workspace.edit(path, "mine");
                    assertThat(workspace.check(NEW)).contains("edited-by-hand " + path);
                    assertThat(workspace.refused(Mode.CAREFUL))
                            .containsExactly("WM4006 " + path + " was changed since it was rendered");
                }
            }
        }
    }

    @Test
    void isReplacedByForceWithWhatSomebodyEdited() throws Exception {
        SortedMap<String, String> fresh = workspace.fresh(NEW);
        for (SortedMap<String, String> state : states()) {
            lay(state);
            workspace.edit(SHOP.entry("cart"), "mine");
            assertThat(workspace.intents(NEW).render(Mode.FORCE).failed()).isFalse();
            assertThat(workspace.tree()).isEqualTo(fresh);
        }
    }

    private void lay(SortedMap<String, String> state) throws Exception {
        FileTree.delete(workspace.out());
        FileTree.write(state, workspace.out());
    }

    /** Writes an output, which nothing must keep it from. */
    private void commit(SortedMap<String, String> tree) throws Exception {
        try (OutputWriter writer = stage(tree)) {
            writer.commit();
        }
    }

    /**
     * Writes an output, but without one of the files that the stage would hold: the commit stops where it needs that.
     *
     * @param missing its number: staged are the files in their order, then the locks that are written first, then those
     *     that are written last
     */
    private void commitWithout(int missing, SortedMap<String, String> tree) throws Exception {
        try (OutputWriter writer = stage(tree)) {
            breakStage(missing);
            assertThatThrownBy(writer::commit).isInstanceOf(OutputException.class);
        }
    }

    private OutputWriter stage(SortedMap<String, String> tree) throws Exception {
        DiagnosticLog log = new DiagnosticLog();
        OutputWriter writer = OutputWriter.open(workspace.out(), UnitNames.of(UNITS), Mode.CAREFUL, log);
        for (Map.Entry<String, String> file : files(tree).entrySet()) {
            String[] path = file.getKey().split("/", 2);
            if (!path[1].equals(Lock.FILE_NAME)) {
                writer.put(path[0], path[1], CommitSteps.bytes(file.getValue()));
            }
        }
        writer.finish();
        assertThat(log.sorted()).isEmpty();
        return writer;
    }

    /** A lock is staged while others are moved; a folder in its place keeps it from being written. */
    private void breakStage(int number) throws IOException {
        Path staged = workspace.root().resolve(".out.waymark-stage").resolve(Integer.toString(number));
        if (!Files.deleteIfExists(staged)) {
            Files.createDirectories(staged);
        }
    }

    private static SortedMap<String, String> files(SortedMap<String, String> tree) {
        SortedMap<String, String> files = new TreeMap<>(tree);
        files.keySet().removeIf(path -> path.endsWith("/"));
        return files;
    }
}
