package dev.waymark.output;

import dev.waymark.lock.Lock;
import dev.waymark.lock.LockFormat;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A whole directory that appears by one rename. */
final class TreeStage implements Stage {
    private final Path directory;
    private final Path stage;
    private final Set<Path> folders = new HashSet<>();

    TreeStage(Path directory, Path stage) {
        this.directory = directory;
        this.stage = stage;
    }

    @Override
    public void put(String path, byte[] content) throws IOException {
        Path file = stage.resolve(path);
        if (folders.add(file.getParent())) {
            Files.createDirectories(file.getParent());
        }
        Files.write(file, content);
    }

    @Override
    public void commit(Plan plan) throws IOException {
        Files.createDirectories(stage);
        for (Map.Entry<String, Plan.UnitPlan> unit : plan.units().entrySet()) {
            put(
                    unit.getKey() + "/" + Lock.FILE_NAME,
                    LockFormat.write(unit.getValue().done()));
        }
        try {
            Files.move(stage, directory, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException notOverAFolder) {
            Files.delete(directory);
            Files.move(stage, directory, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    @Override
    public void close() throws IOException {
        Stages.delete(stage);
    }
}
