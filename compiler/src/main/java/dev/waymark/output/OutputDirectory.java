package dev.waymark.output;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.lock.Fingerprint;
import dev.waymark.lock.Lingering;
import dev.waymark.lock.Lock;
import dev.waymark.lock.LockFormat;
import dev.waymark.lock.Past;
import dev.waymark.lock.PastUnit;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A directory with one folder for each unit, as it is before a render. */
public final class OutputDirectory {
    private final Path path;
    private final Path real;
    private final SortedMap<String, UnitFolder> units = new TreeMap<>();

    private OutputDirectory(Path path, Path real) {
        this.path = path;
        this.real = real;
    }

    /**
     * Reads the locks and lists the folders of the units. Reports locks that cannot be read, units that were rendered
     * before and are not wanted, and symbolic links.
     *
     * @param path as the user gave it
     */
    public static OutputDirectory read(Path path, UnitNames names, DiagnosticLog log) throws OutputException {
        OutputDirectory directory = new OutputDirectory(path, real(path));
        try {
            SortedSet<String> locked = directory.lockedUnits(log);
            directory.checkRemoved(names, locked);
            for (String unit : names.stated()) {
                directory.units.put(unit, directory.readUnit(unit, log));
            }
            locked.removeAll(names.stated());
            for (String unit : locked) {
                directory.takeBack(unit, names, log);
            }
            return directory;
        } catch (IOException e) {
            throw OutputException.of("read", path, e);
        }
    }

    private void checkRemoved(UnitNames names, SortedSet<String> locked) throws OutputException {
        for (String unit : names.removed()) {
            if (names.stated().contains(unit)) {
                throw new OutputException(
                        "cannot remove the unit " + unit + ": its documents are among the inputs, leave them out");
            }
            if (!locked.contains(unit)) {
                throw new OutputException("cannot remove the unit " + unit + ": there is none in " + path);
            }
        }
    }

    /** A unit without documents goes only if somebody says so, now or in an earlier render. */
    private void takeBack(String unit, UnitNames names, DiagnosticLog log) throws IOException {
        UnitFolder folder = readUnit(unit, log);
        Lingering takenBack = Lingering.of(Lingering.What.UNIT, unit);
        if (names.removed().contains(unit) || folder.lock().lingering().contains(takenBack)) {
            units.put(unit, folder);
        } else {
            log.add(Diagnostic.of(Code.UNIT_MISSING, shown(unit, ""), unit));
        }
    }

    /** What earlier renders left. */
    Past past() throws OutputException {
        SortedMap<String, PastUnit> past = new TreeMap<>();
        try {
            for (Map.Entry<String, UnitFolder> unit : units.entrySet()) {
                past.put(unit.getKey(), PastReader.read(unit.getValue()));
            }
            return new Past(past);
        } catch (IOException e) {
            throw OutputException.of("read", path, e);
        }
    }

    /**
     * The path without links, also of what does not exist yet.
     *
     * @throws OutputException if it is no directory, or cannot become one
     */
    static Path real(Path path) throws OutputException {
        Path absolute = path.toAbsolutePath();
        Path existing = absolute;
        while (existing.getParent() != null && !Files.exists(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing)) {
            String what = existing.equals(absolute) ? "it" : existing.toString();
            throw new OutputException("cannot use " + path + ": " + what + " is not a directory");
        }
        try {
            return existing.toRealPath().resolve(existing.relativize(absolute)).normalize();
        } catch (IOException e) {
            throw OutputException.of("use", path, e);
        }
    }

    private SortedSet<String> lockedUnits(DiagnosticLog log) throws IOException {
        SortedSet<String> locked = new TreeSet<>();
        if (Files.isDirectory(real)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(real)) {
                for (Path folder : folders) {
                    if (Files.isSymbolicLink(folder) && !folder.endsWith(Stages.SUFFIX)) {
                        log.add(Diagnostic.of(
                                Code.LINK_IN_OUTPUT, shown(folder.getFileName().toString(), "")));
                    } else if (Files.exists(folder.resolve(Lock.FILE_NAME), LinkOption.NOFOLLOW_LINKS)) {
                        locked.add(folder.getFileName().toString());
                    }
                }
            }
        }
        return locked;
    }

    private UnitFolder readUnit(String unit, DiagnosticLog log) throws IOException {
        Path folder = real.resolve(unit);
        Path file = folder.resolve(Lock.FILE_NAME);
        boolean locked = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !locked && !Files.isSymbolicLink(file)) {
            log.add(Diagnostic.of(Code.FOREIGN_FILE, shown(unit, Lock.FILE_NAME)));
        }
        UnitFolder listed = locked
                ? list(unit, folder, Files.readAllBytes(file), log)
                : UnitFolder.list(folder, Lock.EMPTY, Optional.empty());
        for (String link : listed.links()) {
            log.add(Diagnostic.of(Code.LINK_IN_OUTPUT, shown(unit, link)));
        }
        return listed;
    }

    private UnitFolder list(String unit, Path folder, byte[] lock, DiagnosticLog log) throws IOException {
        return UnitFolder.list(folder, readLock(unit, lock, log), Optional.of(Fingerprint.of(lock)));
    }

    private Lock readLock(String unit, byte[] content, DiagnosticLog log) {
        try {
            return LockFormat.read(content);
        } catch (LockFormat.UnreadableException e) {
            String name = shown(unit, Lock.FILE_NAME);
            log.add(Diagnostic.of(Code.LOCK_UNREADABLE, name, String.valueOf(e.getMessage())));
            return Lock.EMPTY;
        }
    }

    /**
     * A path of the output as messages show it.
     *
     * @param file relative to the unit's folder; empty for the folder itself
     */
    String shown(String unit, String file) {
        return UnitFolder.slashed(path.resolve(unit).resolve(file));
    }

    Path path() {
        return path;
    }

    /** The path without links. */
    Path realPath() {
        return real;
    }

    SortedMap<String, UnitFolder> units() {
        return units;
    }
}
