package dev.waymark;

import dev.waymark.kube.Ordered;
import dev.waymark.lock.Fingerprint;
import dev.waymark.lock.Lock;
import dev.waymark.lock.LockFormat;
import dev.waymark.output.OutputException;
import dev.waymark.output.PlainPaths;
import dev.waymark.output.RenderRecord;
import dev.waymark.review.ManifestText;
import dev.waymark.source.FileTree;
import dev.waymark.source.InputException;
import dev.waymark.source.TracedTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A record of what a render read and left. As long as both are as they were, another one would change nothing; what
 * cannot be read is not as it was.
 */
public final class LastRender {
    private static final String SETTINGS = "settings";
    private static final String WORDS = "words";
    private static final String READ = "read ";
    private static final String LEFT = "left ";
    private static final String REPORTED = "reported ";
    private static final String MISSING = "missing";

    private final RenderRecord record;
    private final Path directory;
    private final String settings;
    private final List<Path> reports;

    /**
     * The record of one render.
     *
     * @param record the file that keeps it, which need not exist
     * @param directory that it renders into
     * @param settings all that decides about the output beside what is read, the program's version among it
     * @param reports other files that it writes
     */
    public LastRender(Path record, Path directory, String settings, List<Path> reports) {
        this.record = new RenderRecord(record);
        this.directory = directory;
        this.settings = settings;
        this.reports = Ordered.list(reports);
    }

    /** Forgets what was kept, before a render of which nobody knows yet how it ends. */
    public void forget() throws OutputException {
        record.delete();
    }

    /** What was said of the render, if everything is as it was then. */
    public Optional<String> whatStillHolds() {
        Map<String, String> known = record.read();
        boolean current = settings.equals(known.get(SETTINGS))
                && TracedTree.isAsBefore(part(known, READ), FileTree.work())
                && isLeft(part(known, LEFT))
                && reports().equals(part(known, REPORTED));
        return current ? Optional.ofNullable(known.get(WORDS)) : Optional.empty();
    }

    /**
     * Keeps the record of a render that went well.
     *
     * @param tree that it read from
     * @param words that may be said again
     * @throws OutputException if the record cannot be written
     */
    public void keep(TracedTree tree, String words) throws InputException, OutputException {
        SortedMap<String, String> known = new TreeMap<>();
        known.put(SETTINGS, settings);
        known.put(WORDS, words);
        tree.answers().forEach((question, answer) -> known.put(READ + question, answer));
        locks().forEach((unit, lock) -> known.put(LEFT + unit, Fingerprint.of(lock.content())));
        reports().forEach((report, fingerprint) -> known.put(REPORTED + report, fingerprint));
        record.write(known);
    }

    private static SortedMap<String, String> part(Map<String, String> known, String prefix) {
        SortedMap<String, String> part = new TreeMap<>();
        known.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                part.put(name.substring(prefix.length()), value);
            }
        });
        return part;
    }

    private SortedMap<String, ManifestText> locks() throws InputException {
        RenderedFolders folders = RenderedFolders.of(directory.toString(), FileTree.work());
        SortedMap<String, ManifestText> locks = new TreeMap<>();
        for (String unit : folders.locks()) {
            folders.file(unit + Lock.FILE_NAME).ifPresent(lock -> locks.put(unit, lock));
        }
        return locks;
    }

    private SortedMap<String, String> reports() {
        SortedMap<String, String> found = new TreeMap<>();
        for (Path report : reports) {
            String name = report.toString();
            found.put(name, content(name).map(Fingerprint::of).orElse(MISSING));
        }
        return found;
    }

    /** What cannot be read is as good as missing: a render says what hinders it. */
    private static Optional<byte[]> content(String name) {
        try {
            return FileTree.work().read(name);
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    /** Whether the locks are those of then, and every file is as its lock says. */
    private boolean isLeft(SortedMap<String, String> left) {
        try {
            SortedMap<String, ManifestText> locks = locks();
            if (!locks.keySet().equals(left.keySet())) {
                return false;
            }
            for (Map.Entry<String, ManifestText> lock : locks.entrySet()) {
                byte[] content = lock.getValue().content();
                if (!Fingerprint.of(content).equals(left.get(lock.getKey()))
                        || !isWhole(lock.getKey(), LockFormat.read(content))) {
                    return false;
                }
            }
            return true;
        } catch (InputException | LockFormat.UnreadableException e) {
            return false;
        }
    }

    private boolean isWhole(String unit, Lock lock) {
        PlainPaths paths = new PlainPaths(directory);
        return !lock.isUnfinished()
                && lock.files().entrySet().parallelStream()
                        .allMatch(file -> isAsRecorded(paths, unit + file.getKey(), file.getValue()));
    }

    /** A link is not what a render leaves, whatever it leads to. */
    private boolean isAsRecorded(PlainPaths paths, String path, String fingerprint) {
        return paths.isPlain(path)
                && content(directory.resolve(path).toString())
                        .map(Fingerprint::of)
                        .filter(fingerprint::equals)
                        .isPresent();
    }
}
