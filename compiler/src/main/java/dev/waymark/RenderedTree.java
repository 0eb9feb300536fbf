package dev.waymark;

import dev.waymark.lock.Lock;
import dev.waymark.lock.LockFormat;
import dev.waymark.source.FileTree;
import dev.waymark.source.InputException;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a render left in a directory, and nothing that lies there beside it. */
public final class RenderedTree {
    private final Path directory;
    private final SortedSet<String> files = new TreeSet<>();

    private RenderedTree(Path directory) {
        this.directory = directory;
    }

    /**
     * The files that the locks of a directory list, and the locks.
     *
     * @return paths in the directory, with {@code /}
     * @throws InputException if nothing was rendered there, or a render did not come to its end
     */
    public static SortedSet<String> files(Path directory) throws InputException {
        RenderedTree tree = new RenderedTree(directory);
        RenderedFolders folders = RenderedFolders.of(directory.toString(), FileTree.work());
        for (String unit : folders.locks()) {
            tree.add(unit, lock(folders, unit));
        }
        if (tree.files.isEmpty()) {
            throw new InputException("nothing was rendered into " + directory);
        }
        return tree.files;
    }

    /** Whether something was rendered into a directory, or into one of the folders of units or clusters in it. */
    public static boolean isRendered(Path directory) throws InputException {
        return !RenderedFolders.of(directory.toString(), FileTree.work())
                .locks()
                .isEmpty();
    }

    private static Lock lock(RenderedFolders folders, String unit) throws InputException {
        String file = unit + Lock.FILE_NAME;
        try {
            return LockFormat.read(folders.file(file).orElseThrow().content());
        } catch (LockFormat.UnreadableException e) {
            throw new InputException("cannot read " + file + " in " + folders.name() + ": " + e.getMessage());
        }
    }

    private void add(String unit, Lock lock) throws InputException {
        files.add(unit + Lock.FILE_NAME);
        for (String path : lock.paths()) {
            boolean missing =
                    !FileTree.work().isFile(directory.resolve(unit + path).toString());
            if (missing || lock.isUnfinished()) {
                throw new InputException(directory + " is not as a render leaves it: " + unit + path
                        + (missing ? " is missing" : " may be of a render that broke off") + "; render it again");
            }
            files.add(unit + path);
        }
    }
}
