package dev.waymark.output;

import dev.waymark.lock.Fingerprint;
import dev.waymark.lock.Lingering;
import dev.waymark.lock.Lock;
import dev.waymark.lock.LockFormat;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a render changes; grows while documents come in. */
final class Plan {
    /** What changes in the folder of one unit. */
    static final class UnitPlan {
        private final UnitFolder folder;
        private final SortedMap<String, String> fingerprints = new TreeMap<>();
        private final SortedMap<String, Optional<String>> changes = new TreeMap<>();
        private SortedSet<Lingering> lingering = new TreeSet<>();
        private boolean settled;

        private UnitPlan(UnitFolder folder) {
            this.folder = folder;
        }

        void keep(String path, String fingerprint) {
            fingerprints.put(path, fingerprint);
        }

        void write(String path, String fingerprint) {
            fingerprints.put(path, fingerprint);
            changes.put(path, Optional.of(fingerprint));
        }

        void remove(String path) {
            changes.put(path, Optional.empty());
        }

        void linger(SortedSet<Lingering> what) {
            lingering = what;
        }

        void settle() {
            settled = true;
        }

        /** Whether the folder goes, with the lock. */
        boolean isSettled() {
            return settled;
        }

        SortedSet<Lingering> lingering() {
            return lingering;
        }

        UnitFolder folder() {
            return folder;
        }

        /** All paths of the new output. */
        SortedMap<String, String> fingerprints() {
            return fingerprints;
        }

        SortedMap<String, Optional<String>> changes() {
            return changes;
        }

        /** Paths of the old output that the new one lacks. */
        List<String> obsolete() {
            return folder.lock().paths().stream()
                    .filter(path -> !fingerprints.containsKey(path))
                    .toList();
        }

        /** The lock while the changes are made. */
        Lock pending() throws IOException {
            return new Lock(folder.settled(), changes, folder.lock().lingering());
        }

        /** The lock when they are done. */
        Lock done() {
            return new Lock(fingerprints, lingering);
        }

        boolean changesLock() {
            String fingerprint = Fingerprint.of(LockFormat.write(done()));
            return folder.lockFingerprint().filter(fingerprint::equals).isEmpty();
        }
    }

    private final SortedMap<String, UnitPlan> units = new TreeMap<>();

    Plan(SortedMap<String, UnitFolder> folders) {
        folders.forEach((unit, folder) -> units.put(unit, new UnitPlan(folder)));
    }

    UnitPlan unit(String unit) {
        return Objects.requireNonNull(units.get(unit));
    }

    SortedMap<String, UnitPlan> units() {
        return units;
    }

    /** The result, as a command reports it. */
    WriteResult result() {
        SortedSet<String> written = new TreeSet<>();
        SortedSet<String> removed = new TreeSet<>();
        int unchanged = 0;
        for (var entry : units.entrySet()) {
            UnitPlan unit = entry.getValue();
            String folder = entry.getKey() + "/";
            unit.changes()
                    .forEach((path, fingerprint) -> (fingerprint.isPresent() ? written : removed).add(folder + path));
            if (unit.isSettled()) {
                removed.add(folder + Lock.FILE_NAME);
            } else if (unit.changesLock()) {
                written.add(folder + Lock.FILE_NAME);
            } else {
                unchanged++;
            }
            unchanged += (int) unit.fingerprints().keySet().stream()
                    .filter(path -> !unit.changes().containsKey(path))
                    .count();
        }
        SortedMap<String, SortedSet<Lingering>> lingering = new TreeMap<>();
        units.forEach((name, unit) -> lingering.put(name, unit.lingering()));
        return new WriteResult(written, removed, unchanged, lingering);
    }
}
