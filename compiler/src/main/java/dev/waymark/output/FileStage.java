package dev.waymark.output;

import dev.waymark.lock.Lock;
import dev.waymark.lock.LockFormat;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Changed files in a flat folder. The locks say first what is about to change, then each file is renamed into its place:
 * whenever the process dies, each file is whole and of the old output or of the new, and the locks know both.
 */
final class FileStage implements Stage {
    private final Path directory;
    private final Path stage;
    private final Map<String, Path> staged = new HashMap<>();
    private int count;

    FileStage(Path directory, Path stage) {
        this.directory = directory;
        this.stage = stage;
    }

    @Override
    public void put(String path, byte[] content) throws IOException {
        staged.put(path, write(content));
    }

    private Path write(byte[] content) throws IOException {
        if (count == 0) {
            Files.createDirectories(stage);
        }
        return Files.write(stage.resolve(Integer.toString(count++)), content);
    }

    @Override
    public void commit(Plan plan) throws IOException {
        checkWritable(plan);
        for (Map.Entry<String, Plan.UnitPlan> unit : plan.units().entrySet()) {
            if (!unit.getValue().changes().isEmpty()) {
                replaceLock(unit.getKey(), unit.getValue().pending());
            }
        }
        for (Map.Entry<String, Plan.UnitPlan> unit : plan.units().entrySet()) {
            for (Map.Entry<String, Optional<String>> change :
                    unit.getValue().changes().entrySet()) {
                apply(unit.getKey(), change.getKey(), change.getValue().isPresent());
            }
            for (String path : unit.getValue().obsolete()) {
                deleteEmptyFolders(directory.resolve(unit.getKey()), path);
            }
        }
        for (Map.Entry<String, Plan.UnitPlan> unit : plan.units().entrySet()) {
            if (unit.getValue().isSettled()) {
                Files.deleteIfExists(directory.resolve(unit.getKey()).resolve(Lock.FILE_NAME));
                deleteEmptyFolders(directory, unit.getKey() + "/" + Lock.FILE_NAME);
            } else if (!unit.getValue().changes().isEmpty() || unit.getValue().changesLock()) {
                replaceLock(unit.getKey(), unit.getValue().done());
            }
        }
    }

    /** Finds out before anything is visible whether all of it can be. */
    private void checkWritable(Plan plan) throws IOException {
        Set<Path> checked = new HashSet<>();
        for (Map.Entry<String, Plan.UnitPlan> unit : plan.units().entrySet()) {
            for (String path : unit.getValue().changes().keySet()) {
                Path folder = directory.resolve(unit.getKey()).resolve(path).getParent();
                while (folder != null && !Files.exists(folder)) {
                    folder = folder.getParent();
                }
                if (folder != null && checked.add(folder) && !Files.isWritable(folder)) {
                    throw new AccessDeniedException(folder.toString());
                }
            }
        }
    }

    private void replaceLock(String unit, Lock lock) throws IOException {
        move(write(LockFormat.write(lock)), directory.resolve(unit).resolve(Lock.FILE_NAME));
    }

    private void apply(String unit, String path, boolean wanted) throws IOException {
        Path file = directory.resolve(unit).resolve(path);
        if (wanted) {
            move(Objects.requireNonNull(staged.get(unit + "/" + path)), file);
        } else {
            Files.deleteIfExists(file);
        }
    }

    private static void move(Path staged, Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.getParent());
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
        Files.move(staged, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Clears the folders that a file was the last one in, up to the first that still holds something. The file itself may
     * have been removed by a run that died.
     */
    private static void deleteEmptyFolders(Path unit, String path) throws IOException {
        try {
            for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
                Path folder = unit.resolve(path.substring(0, slash));
                if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(folder);
                }
            }
        } catch (DirectoryNotEmptyException done) {
            // Somebody else's file, or another of ours, keeps it.
        }
    }

    @Override
    public void close() throws IOException {
        Stages.delete(stage);
    }
}
