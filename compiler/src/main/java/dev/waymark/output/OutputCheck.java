package dev.waymark.output;

import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.lock.Fingerprint;
import dev.waymark.lock.Lingering;
import dev.waymark.lock.Lock;
import dev.waymark.lock.LockFormat;
import dev.waymark.lock.Past;
import dev.waymark.output.StaleFile.Reason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares a directory with the documents that a render would write, and changes nothing. */
public final class OutputCheck {
    /** The folder of a unit, and the fingerprints of what a render would write there. */
    private record UnitCheck(UnitFolder folder, SortedMap<String, String> fresh, SortedSet<Lingering> lingering) {}

    private final OutputDirectory directory;
    private final SortedMap<String, UnitCheck> units = new TreeMap<>();
    private final SortedSet<StaleFile> stale = new TreeSet<>();

    private OutputCheck(OutputDirectory directory) {
        this.directory = directory;
        directory
                .units()
                .forEach((unit, folder) -> units.put(unit, new UnitCheck(folder, new TreeMap<>(), new TreeSet<>())));
    }

    /** Reads a directory. */
    public static OutputCheck open(Path path, UnitNames units, DiagnosticLog log) throws OutputException {
        return new OutputCheck(OutputDirectory.read(path, units, log));
    }

    /** What earlier renders left. */
    public Past past() throws OutputException {
        return directory.past();
    }

    /** Says what would linger in a unit. */
    public void linger(String unit, SortedSet<Lingering> lingering) {
        Objects.requireNonNull(units.get(unit)).lingering.addAll(lingering);
    }

    /**
     * Compares one document.
     *
     * @param path relative to the unit's folder
     */
    public void put(String unit, String path, byte[] content) throws OutputException {
        String fingerprint = Fingerprint.of(content);
        UnitCheck check = Objects.requireNonNull(units.get(unit));
        check.fresh.put(path, fingerprint);
        try {
            switch (check.folder.state(path, fingerprint)) {
                case MISSING -> add(unit, path, Reason.MISSING);
                case SAME -> {}
                case OUTDATED -> add(unit, path, Reason.DIFFERS);
                case EDITED -> add(unit, path, Reason.EDITED_BY_HAND);
                case FOREIGN -> add(unit, path, check.folder.locked() ? Reason.FOREIGN : Reason.DIFFERS);
                case BLOCKED -> add(unit, check.folder.obstacle(path), Reason.FOREIGN);
            }
        } catch (IOException e) {
            throw OutputException.of("read", directory.path(), e);
        }
    }

    /** All that differs, to be asked after the last document. */
    public SortedSet<StaleFile> stale() throws OutputException {
        try {
            for (Map.Entry<String, UnitCheck> unit : units.entrySet()) {
                checkRest(unit.getKey(), unit.getValue());
            }
        } catch (IOException e) {
            throw OutputException.of("read", directory.path(), e);
        }
        return Collections.unmodifiableSortedSet(stale);
    }

    private void checkRest(String unit, UnitCheck check) throws IOException {
        for (String path : check.folder.files()) {
            if (!check.fresh.containsKey(path)) {
                add(unit, path, rest(check.folder, path));
            }
        }
        for (String path : check.folder.odd()) {
            add(unit, path, Reason.FOREIGN);
        }
        Lock lock = check.folder.lock();
        if (!check.folder.locked()) {
            add(unit, Lock.FILE_NAME, Reason.NO_LOCK);
        } else if (lock.isUnfinished()) {
            add(unit, Lock.FILE_NAME, Reason.UNFINISHED);
        } else if (!check.folder.lockFingerprint().equals(fingerprint(new Lock(check.fresh, check.lingering)))) {
            add(unit, Lock.FILE_NAME, Reason.DIFFERS);
        }
    }

    private static Optional<String> fingerprint(Lock lock) {
        return Optional.of(Fingerprint.of(LockFormat.write(lock)));
    }

    /** What a file is that no render would write. */
    private static Reason rest(UnitFolder folder, String path) throws IOException {
        if (!folder.lock().paths().contains(path)) {
            return Reason.FOREIGN;
        }
        return folder.isOurs(path) ? Reason.OBSOLETE : Reason.EDITED_BY_HAND;
    }

    private void add(String unit, String path, Reason reason) {
        stale.add(new StaleFile(path.isEmpty() ? unit : unit + "/" + path, reason));
    }
}
