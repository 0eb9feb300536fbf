package dev.waymark.output;

import dev.waymark.lock.Fingerprint;
import dev.waymark.lock.Lock;
import dev.waymark.lock.LockFormat;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The steps in which a render becomes visible, as the design has them: the locks with what is pending, then the files
 * and the removals of each unit, then the locks without. Outputs are trees as {@code FileTree} reads them.
 */
final class CommitSteps {
    private final SortedMap<String, String> before;
    private final SortedMap<String, String> after;
    private final SortedMap<String, String> now;
    private final List<SortedMap<String, String>> states = new ArrayList<>();
    private final List<SortedMap<String, String>> statesBeforeWrites = new ArrayList<>();

    private CommitSteps(SortedMap<String, String> before, SortedMap<String, String> after) {
        this.before = before;
        this.after = after;
        this.now = new TreeMap<>(before);
    }

    static CommitSteps of(SortedMap<String, String> before, SortedMap<String, String> after) throws Exception {
        CommitSteps steps = new CommitSteps(before, after);
        SortedSet<String> units = steps.changedUnits();
        for (String unit : units) {
            steps.write(unit + Lock.FILE_NAME, steps.pendingLock(unit));
        }
        for (String unit : units) {
            steps.changes(unit).forEach(steps::step);
            steps.removeFolders(unit);
        }
        for (String unit : units) {
            steps.step(unit + Lock.FILE_NAME);
        }
        return steps;
    }

    /** What a crash can leave: what is there after the first step, the second, and so on, but for the last. */
    List<SortedMap<String, String>> unfinished() {
        return states.subList(1, states.size());
    }

    /** What is there before each write: pending locks, files, final locks. */
    List<SortedMap<String, String>> beforeWrites() {
        return statesBeforeWrites;
    }

    private void step(String path) {
        String content = after.get(path);
        if (content == null) {
            states.add(new TreeMap<>(now));
            now.remove(path);
        } else {
            write(path, content);
        }
    }

    private void write(String path, String content) {
        states.add(new TreeMap<>(now));
        statesBeforeWrites.add(new TreeMap<>(now));
        now.put(path, content);
    }

    private void removeFolders(String unit) {
        states.add(new TreeMap<>(now));
        now.keySet().removeIf(path -> path.startsWith(unit) && path.endsWith("/") && !after.containsKey(path));
    }

    /** Folders of units, each with a slash at its end. */
    private SortedSet<String> changedUnits() {
        SortedSet<String> units = new TreeSet<>();
        changes("").forEach(path -> units.add(path.substring(0, path.indexOf('/') + 1)));
        return units;
    }

    /** The files that one output has and the other has not, or not so. */
    private SortedSet<String> changes(String unit) {
        SortedSet<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        paths.removeIf(path -> !path.startsWith(unit) || path.endsWith("/") || path.endsWith(Lock.FILE_NAME));
        paths.removeIf(path -> before.containsKey(path) && before.get(path).equals(after.get(path)));
        return paths;
    }

    private String pendingLock(String unit) throws LockFormat.UnreadableException {
        String old = before.get(unit + Lock.FILE_NAME);
        Lock lock = old == null ? Lock.EMPTY : LockFormat.read(bytes(old));
        SortedMap<String, Optional<String>> pending = new TreeMap<>();
        for (String path : changes(unit)) {
            Optional<String> content = Optional.ofNullable(after.get(path));
            pending.put(path.substring(unit.length()), content.map(text -> Fingerprint.of(bytes(text))));
        }
        return new String(
                LockFormat.write(new Lock(lock.files(), pending, lock.lingering())), StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.ISO_8859_1);
    }
}
