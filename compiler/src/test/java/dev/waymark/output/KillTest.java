package dev.waymark.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.lock.Lock;
import dev.waymark.lock.LockFormat;
import dev.waymark.testing.FileTree;
import dev.waymark.testing.Program;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Renders in processes of their own, which are killed at any moment. */
class KillTest {
    private static final int KILLS = 20;
    private static final int KILLS_OF_COMMITS = 3;
    private static final int MOST_RUNS = 60;
    private static final String STAGE = ".out.waymark-stage";
    private static final Unit[] OLD = units("old");
    private static final Unit[] NEW = units("new");

    private final Workspace workspace;
    private final Random random = new Random(1);

    KillTest(@TempDir Path root) {
        workspace = new Workspace(root);
    }

    /** Fourteen units with four externals; half of them have the note in their name, so that files come and go. */
    private static Unit[] units(String note) {
        List<String> externals = IntStream.range(0, 4)
                .mapToObj(number -> (number % 2 == 0 ? note : "same") + "-" + number)
                .toList();
        return IntStream.range(0, 14)
                .mapToObj(number -> new Unit("unit-" + number, note, externals))
                .toArray(Unit[]::new);
    }

    @Test
    void leavesEachFileWholeAndTheNextRenderHeals() throws Exception {
        SortedMap<String, String> old = workspace.fresh(OLD);
        SortedMap<String, String> fresh = workspace.fresh(NEW);
        workspace.render(OLD);
        long duration = duration();
        String entry = OLD[0].entry("same-1");
        int kills = 0;
        int killsOfStages = 0;
        int killsOfCommits = 0;
        for (int run = 0; run < MOST_RUNS && (kills < KILLS || killsOfCommits < KILLS_OF_COMMITS); run++) {
            workspace.intents(workspace.read(entry).equals(fresh.get(entry)) ? OLD : NEW);
            SortedMap<String, String> before = FileTree.stamps(workspace.root());
            kills += random.nextInt(3) > 0 ? killAfter(random.nextLong(duration)) : killWhilePending();
            assertEachFileIsOf(old, fresh);
            SortedMap<String, String> left = FileTree.stamps(workspace.root());
            left.entrySet().removeAll(before.entrySet());
            killsOfStages += left.keySet().stream().anyMatch(path -> path.startsWith(STAGE)) ? 1 : 0;
            killsOfCommits += hasPendingLock(left) ? 1 : 0;
        }
        assertThat(kills).isGreaterThanOrEqualTo(KILLS);
        assertThat(killsOfStages).isPositive();
        assertThat(killsOfCommits).isGreaterThanOrEqualTo(KILLS_OF_COMMITS);
        workspace.render(NEW);
        workspace.assertNoStageIsLeft();
        assertThat(workspace.tree()).isEqualTo(fresh);
    }

    @Test
    void leavesAFreshDirectoryWholeOrNone() throws Exception {
        SortedMap<String, String> fresh = workspace.fresh(NEW);
        Path stage = workspace.root().resolve(STAGE);
        workspace.intents(NEW);
        for (Path seen : List.of(stage, workspace.out(), stage, workspace.out())) {
            FileTree.delete(stage);
            FileTree.delete(workspace.out());
            killAsSoonAs(() -> Files.exists(seen));
            assertThat(workspace.tree()).isIn(new TreeMap<>(), fresh);
        }
        workspace.render(NEW);
        workspace.assertNoStageIsLeft();
        assertThat(workspace.tree()).isEqualTo(fresh);
    }

    private Process start() throws IOException {
        return Program.waymark(workspace.root()).start("render", "mesh", "-o", "out");
    }

    /** How long a render takes, in ms. */
    private long duration() throws Exception {
        workspace.intents(NEW);
        long start = System.nanoTime();
        assertThat(start().waitFor()).isZero();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    /** Returns how many were killed: a render that is done before must have succeeded. */
    private int killAfter(long milliseconds) throws Exception {
        Process process = start();
        return process.waitFor(milliseconds, TimeUnit.MILLISECONDS) ? ended(process) : kill(process);
    }

    /** Kills a render as soon as its first lock says that files are about to change. */
    private int killWhilePending() throws Exception {
        Path lock = workspace.file(OLD[0].lock());
        FileTime before = Files.getLastModifiedTime(lock);
        return killAsSoonAs(() -> !Files.getLastModifiedTime(lock).equals(before)
                && Files.readString(lock).contains("pending"));
    }

    private int killAsSoonAs(Callable<Boolean> condition) throws Exception {
        Process process = start();
        while (!process.waitFor(1, TimeUnit.MILLISECONDS)) {
            if (condition.call()) {
                return kill(process);
            }
        }
        return ended(process);
    }

    private static int kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
        return 1;
    }

    private static int ended(Process process) throws IOException {
        assertThat(process.exitValue())
                .as(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isZero();
        return 0;
    }

    private void assertEachFileIsOf(SortedMap<String, String> old, SortedMap<String, String> fresh) throws Exception {
        for (Map.Entry<String, String> file : workspace.tree().entrySet()) {
            String path = file.getKey();
            if (path.endsWith(Lock.FILE_NAME)) {
                assertThat(lock(path).paths()).isNotEmpty();
            } else if (!path.endsWith("/")) {
                assertThat(file.getValue()).as(path).isIn(old.get(path), fresh.get(path));
            }
        }
    }

    private boolean hasPendingLock(SortedMap<String, String> left) throws Exception {
        for (String path : left.keySet()) {
            if (path.endsWith(Lock.FILE_NAME)
                    && lock(path.substring("out/".length())).isUnfinished()) {
                return true;
            }
        }
        return false;
    }

    private Lock lock(String path) throws Exception {
        return LockFormat.read(Files.readAllBytes(workspace.file(path)));
    }
}
