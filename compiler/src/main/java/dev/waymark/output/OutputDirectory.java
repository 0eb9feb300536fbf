package dev.waymark.output;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.lock.Lock;
import dev.waymark.lock.LockFormat;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A directory with one folder for each unit, as it is before a render. */
public final class OutputDirectory {
    private final Path path;
    private final SortedMap<String, UnitFolder> units;

    private OutputDirectory(Path path, SortedMap<String, UnitFolder> units) {
        this.path = path;
        this.units = units;
    }

    /**
     * Reads the locks and lists the folders of the wanted units. Reports locks that cannot be read, units that were
     * rendered before and are not wanted, and symbolic links.
     *
     * @param path as the user gave it
     * @param wanted the units that a render would write
     */
    public static OutputDirectory read(Path path, Collection<String> wanted, DiagnosticLog log) throws OutputException {
        try {
            SortedMap<String, UnitFolder> units = new TreeMap<>();
            for (String unit : lockedUnits(path)) {
                if (!wanted.contains(unit)) {
                    log.add(Diagnostic.of(Code.UNIT_MISSING, shown(path, unit), unit));
                }
            }
            for (String unit : wanted) {
                units.put(unit, readUnit(path, unit, log));
            }
            return new OutputDirectory(path, units);
        } catch (IOException e) {
            throw OutputException.of("read", path, e);
        }
    }

    private static SortedSet<String> lockedUnits(Path path) throws IOException {
        SortedSet<String> locked = new TreeSet<>();
        if (Files.isDirectory(path)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(path)) {
                for (Path folder : folders) {
                    if (Files.exists(folder.resolve(Lock.FILE_NAME), LinkOption.NOFOLLOW_LINKS)) {
                        locked.add(folder.getFileName().toString());
                    }
                }
            }
        }
        return locked;
    }

    private static UnitFolder readUnit(Path path, String unit, DiagnosticLog log) throws IOException {
        Path folder = path.resolve(unit);
        Path file = folder.resolve(Lock.FILE_NAME);
        boolean locked = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        UnitFolder listed = UnitFolder.list(folder, locked ? readLock(path, unit, file, log) : Lock.EMPTY, locked);
        for (String link : listed.links()) {
            log.add(Diagnostic.of(Code.LINK_IN_OUTPUT, shown(path, link.isEmpty() ? unit : unit + "/" + link)));
        }
        return listed;
    }

    private static Lock readLock(Path path, String unit, Path file, DiagnosticLog log) throws IOException {
        try {
            return LockFormat.read(Files.readAllBytes(file));
        } catch (LockFormat.UnreadableException e) {
            String name = shown(path, unit + "/" + Lock.FILE_NAME);
            log.add(Diagnostic.of(Code.LOCK_UNREADABLE, name, String.valueOf(e.getMessage())));
            return Lock.EMPTY;
        }
    }

    /** A path of the output as messages show it. */
    static String shown(Path directory, String path) {
        return UnitFolder.slashed(directory.resolve(path));
    }

    String shown(String path) {
        return shown(this.path, path);
    }

    Path path() {
        return path;
    }

    SortedMap<String, UnitFolder> units() {
        return units;
    }
}
