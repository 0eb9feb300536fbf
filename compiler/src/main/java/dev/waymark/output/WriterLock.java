package dev.waymark.output;

import dev.waymark.lock.Fingerprint;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Keeps a second render out of a directory: a lock of the operating system on a file in the user's cache folder, so that
 * it ends with the process and leaves nothing beside the output.
 */
final class WriterLock implements AutoCloseable {
    /** What this process holds: closing a second channel to a file would give up the lock on it, see {@link FileLock}. */
    private static final Set<String> HELD = ConcurrentHashMap.newKeySet();

    private final String name;
    private final FileChannel channel;

    private WriterLock(String name, FileChannel channel) {
        this.name = name;
        this.channel = channel;
    }

    /** @param directory its real path, whether it exists or not */
    static WriterLock acquire(Path directory) throws OutputException {
        String name = fileName(directory);
        if (HELD.add(name)) {
            Optional<FileChannel> channel = Optional.empty();
            try {
                channel = lock(name);
            } catch (IOException e) {
                throw OutputException.of("lock", directory, e);
            } finally {
                if (channel.isEmpty()) {
                    HELD.remove(name);
                }
            }
            if (channel.isPresent()) {
                return new WriterLock(name, channel.get());
            }
        }
        throw new OutputException("another render is writing into " + directory + "; run again when it is done");
    }

    /** Empty if another process holds it. */
    private static Optional<FileChannel> lock(String name) throws IOException {
        FileChannel channel = open(name);
        if (channel.tryLock() == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(channel);
    }

    private static String fileName(Path directory) {
        byte[] path = directory.toString().getBytes(StandardCharsets.UTF_8);
        return Fingerprint.of(path).replace("sha256:", "") + ".lock";
    }

    private static FileChannel open(String name) throws IOException {
        try {
            return openIn(cache(System.getenv()), name);
        } catch (IOException noCache) {
            return openIn(temporary(), name);
        }
    }

    private static FileChannel openIn(Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        return FileChannel.open(folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** The user's cache folder, or that for temporary files where no absolute one is known. */
    private static Path cache(Map<String, String> environment) {
        String home = environment.getOrDefault("HOME", "");
        return Stream.of(
                        environment.getOrDefault("XDG_CACHE_HOME", ""),
                        environment.getOrDefault("LOCALAPPDATA", ""),
                        home.isEmpty() ? "" : home + "/.cache",
                        System.getProperty("user.home", "") + "/.cache")
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .filter(Path::isAbsolute)
                .findFirst()
                .orElseGet(WriterLock::temporary)
                .resolve("waymark");
    }

    private static Path temporary() {
        String user = System.getProperty("user.name", "user").replaceAll("[^a-zA-Z0-9._-]", "_");
        return Path.of(System.getProperty("java.io.tmpdir"), "waymark-" + user);
    }

    @Override
    public void close() throws OutputException {
        try {
            channel.close();
        } catch (IOException e) {
            throw new OutputException("cannot release the lock of the output directory: " + e.getMessage());
        } finally {
            HELD.remove(name);
        }
    }
}
