package dev.waymark.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.output.OutputWriter.Mode;
import dev.waymark.testing.FileTree;
import dev.waymark.testing.Program;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two renders into one directory at the same time. */
class SecondWriterTest {
    private static final Unit SHOP = Unit.of("shop", "old", "cart");
    private static final Unit CHANGED = Unit.of("shop", "new", "cart");

    private final Workspace workspace;

    SecondWriterTest(@TempDir Path root) {
        workspace = new Workspace(root);
    }

    @BeforeEach
    void aDirectoryIsRendered() throws Exception {
        workspace.render(SHOP);
        workspace.intents(CHANGED);
    }

    @Test
    void failsWithinOneProcess() throws Exception {
        try (OutputWriter first = open(workspace.out())) {
            assertThat(first).isNotNull();
            assertARenderFailsInto(workspace.out());
            assertARenderFailsInto(workspace.root().resolve("mesh/../out"));
            assertARenderFailsInto(Files.createSymbolicLink(workspace.root().resolve("link"), workspace.out()));
        }
        workspace.render(CHANGED);
        assertThat(workspace.tree()).isEqualTo(workspace.fresh(CHANGED));
    }

    @Test
    void failsWhereTheDirectoryIsNotThereYet() throws Exception {
        Path missing = workspace.root().resolve("missing/out");
        try (OutputWriter first = open(missing)) {
            assertThat(first).isNotNull();
            assertARenderFailsInto(missing);
        }
        assertThat(missing).doesNotExist();
    }

    @Test
    void isNoneInAnotherDirectory() throws Exception {
        try (OutputWriter first = open(workspace.root().resolve("other"))) {
            assertThat(first).isNotNull();
            workspace.render(CHANGED);
        }
        assertThat(workspace.tree()).isEqualTo(workspace.fresh(CHANGED));
    }

    @Test
    void failsWhileAnotherProcessWrites() throws Exception {
        Process holder = holder();
        assertARenderFailsInto(workspace.out());
        holder.getOutputStream().close();
        assertThat(holder.waitFor()).isZero();
        workspace.render(CHANGED);
    }

    @Test
    void worksAgainWhenTheOtherProcessWasKilled() throws Exception {
        Process holder = holder();
        holder.destroyForcibly().waitFor();
        workspace.render(CHANGED);
        workspace.assertNoStageIsLeft();
        assertThat(workspace.tree()).isEqualTo(workspace.fresh(CHANGED));
    }

    /** A second attempt within the process that writes must not open the door to other processes. */
    @Test
    void failsInAnotherProcessAlsoAfterOneInThis() throws Exception {
        SortedMap<String, String> before = workspace.tree();
        try (OutputWriter first = open(workspace.out())) {
            assertThat(first).isNotNull();
            assertARenderFailsInto(workspace.out());
            Program.End end = Program.waymark(workspace.root()).run("render", "mesh", "-o", "out");
            assertThat(end.exitCode()).isEqualTo(2);
            assertThat(end.printed()).startsWith("waymark: another render is writing into ");
        }
        assertThat(workspace.tree()).isEqualTo(before);
    }

    private Process holder() throws Exception {
        Process holder = Program.of(Holder.class, workspace.root()).start("out");
        BufferedReader printed = holder.inputReader();
        assertThat(printed.readLine()).isEqualTo("0 files are mine");
        return holder;
    }

    private static OutputWriter open(Path directory) throws OutputException {
        return OutputWriter.open(directory, UnitNames.of(List.of("shop")), Mode.CAREFUL, new DiagnosticLog());
    }

    private void assertARenderFailsInto(Path directory) throws Exception {
        SortedMap<String, String> before = FileTree.of(workspace.root());
        for (Mode mode : List.of(Mode.CAREFUL, Mode.FORCE)) {
            assertThatThrownBy(() -> workspace.render(directory, mode))
                    .isInstanceOf(OutputException.class)
                    .hasMessageStartingWith("another render is writing into ");
        }
        assertThat(FileTree.of(workspace.root())).isEqualTo(before);
    }
}
