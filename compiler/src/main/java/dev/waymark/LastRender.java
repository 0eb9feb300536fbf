package dev.waymark;

import dev.waymark.lock.Fingerprint;
import dev.waymark.lock.Lock;
import dev.waymark.lock.LockFormat;
import dev.waymark.output.OutputException;
import dev.waymark.output.RenderRecord;
import dev.waymark.review.ManifestText;
import dev.waymark.source.FileTree;
import dev.waymark.source.InputException;
import dev.waymark.source.TracedTree;
import java.nio.file.Path;
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

    private final RenderRecord record;
    private final Path directory;
    private final String settings;

    /**
     * The record of one render.
     *
     * @param record the file that keeps it, which need not exist
     * @param directory that it renders into
     * @param settings all that decides about the output beside what is read, the program's version among it
     */
    public LastRender(Path record, Path directory, String settings) {
        this.record = new RenderRecord(record);
        this.directory = directory;
        this.settings = settings;
    }

    /** What was said of the render, if everything is as it was then. */
    public Optional<String> whatStillHolds() {
        Map<String, String> known = record.read();
        boolean current = settings.equals(known.get(SETTINGS))
                && TracedTree.isAsBefore(part(known, READ), FileTree.work())
                && isLeft(part(known, LEFT));
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

    private boolean isWhole(String unit, Lock lock) throws InputException {
        for (Map.Entry<String, String> file : lock.files().entrySet()) {
            Path path = directory.resolve(unit).resolve(file.getKey());
            Optional<byte[]> content = FileTree.work().read(path.toString());
            if (content.map(Fingerprint::of).filter(file.getValue()::equals).isEmpty()) {
                return false;
            }
        }
        return !lock.isUnfinished();
    }
}
