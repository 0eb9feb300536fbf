package dev.waymark.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Files that appear together or not at all, and replace nothing. */
public final class NewFiles {
    private NewFiles() {}

    /** Whether a file is there and has just this text. */
    public static boolean holds(Path file, String text) throws OutputException {
        try {
            return Files.isRegularFile(file)
                    && Arrays.equals(Files.readAllBytes(file), text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw OutputException.of("read", file, e);
        }
    }

    /**
     * Writes them; folders that are missing are made.
     *
     * @throws OutputException if one of them is there already, or cannot be written; then none of them was written
     */
    public static void write(SortedMap<Path, String> texts) throws OutputException {
        refuseExisting(texts);
        Deque<Path> made = new ArrayDeque<>();
        for (Map.Entry<Path, String> entry : texts.entrySet()) {
            Path file = entry.getKey();
            try {
                refuseImpossible(file);
                makeFolders(file.toAbsolutePath().getParent(), made);
                Files.write(file, new byte[0], StandardOpenOption.CREATE_NEW);
                made.push(file);
                Files.writeString(file, entry.getValue());
            } catch (IOException e) {
                takeBack(made);
                throw OutputException.of("write", file, e);
            }
        }
    }

    private static void refuseExisting(SortedMap<Path, String> texts) throws OutputException {
        List<Path> existing = texts.keySet().stream()
                .filter(file -> Files.exists(file, LinkOption.NOFOLLOW_LINKS))
                .toList();
        if (!existing.isEmpty()) {
            String files = existing.stream().map(Path::toString).collect(Collectors.joining(" and "));
            throw new OutputException(
                    files + (existing.size() == 1 ? " is" : " are") + " there already, and nothing is overwritten");
        }
    }

    /** What the system cannot even look for it cannot make: found out before a folder is made. */
    private static void refuseImpossible(Path file) throws IOException {
        try {
            Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException asItShouldBe) {
            // It is going to be made.
        }
    }

    /** The outermost missing one first. */
    private static void makeFolders(@Nullable Path folder, Deque<Path> made) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path each = folder; each != null && !Files.exists(each); each = each.getParent()) {
            missing.push(each);
        }
        for (Path each : missing) {
            Files.createDirectory(each);
            made.push(each);
        }
    }

    /** What was made last goes first; what cannot be removed stays, since the first failure is the one to report. */
    private static void takeBack(Deque<Path> made) {
        for (Path path : made) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException left) {
                return;
            }
        }
    }
}
