package dev.waymark.output;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.lock.Fingerprint;
import dev.waymark.lock.Lingering;
import dev.waymark.lock.Past;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Takes documents one after another and writes those that changed, all of them or none. */
public final class OutputWriter implements AutoCloseable {
    /** How far a writer may go. */
    public enum Mode {
        /** Replaces only what is as a render left it. */
        CAREFUL,
        /** Replaces what somebody edited, too; what no render wrote stays untouchable. */
        FORCE,
        /** Writes nothing, and says what {@link #CAREFUL} would do. */
        DRY_RUN,
        /** Writes nothing, and says what {@link #FORCE} would do. */
        DRY_RUN_FORCED;

        public boolean writes() {
            return this == CAREFUL || this == FORCE;
        }

        private boolean replacesEdited() {
            return this == FORCE || this == DRY_RUN_FORCED;
        }
    }

    private final OutputDirectory directory;
    private final Mode mode;
    private final DiagnosticLog log;
    private final Plan plan;
    private final Optional<WriterLock> lock;
    private @Nullable Stage stage;

    /** @param lock what keeps others out; a dry run keeps nobody out */
    private OutputWriter(OutputDirectory directory, Mode mode, DiagnosticLog log, Optional<WriterLock> lock) {
        this.directory = directory;
        this.mode = mode;
        this.log = log;
        this.plan = new Plan(directory.units());
        this.lock = lock;
    }

    /**
     * Locks a directory against other writers and reads what it holds.
     *
     * @throws OutputException if it cannot be read, or if another render is writing into it
     */
    public static OutputWriter open(Path path, UnitNames units, Mode mode, DiagnosticLog log) throws OutputException {
        if (!mode.writes()) {
            return new OutputWriter(OutputDirectory.read(path, units, log), mode, log, Optional.empty());
        }
        WriterLock lock = WriterLock.acquire(OutputDirectory.real(path));
        try {
            return new OutputWriter(OutputDirectory.read(path, units, log), mode, log, Optional.of(lock));
        } catch (OutputException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** What earlier renders left. */
    public Past past() throws OutputException {
        return directory.past();
    }

    /** Says what will linger in a unit. */
    public void linger(String unit, SortedSet<Lingering> lingering) {
        plan.unit(unit).linger(lingering);
    }

    /** Says that nothing of a unit is left: its folder goes, with the lock. */
    public void settle(String unit) {
        plan.unit(unit).settle();
    }

    /**
     * Takes one document.
     *
     * @param path relative to the unit's folder
     */
    public void put(String unit, String path, byte[] content) throws OutputException {
        String fingerprint = Fingerprint.of(content);
        Plan.UnitPlan changes = plan.unit(unit);
        try {
            FileState state = changes.folder().state(path, fingerprint);
            if (state == FileState.SAME) {
                changes.keep(path, fingerprint);
                return;
            }
            report(state, unit, changes.folder().obstacle(path));
            changes.write(path, fingerprint);
            stage().put(unit + "/" + path, content);
        } catch (IOException e) {
            throw OutputException.of("write", directory.path(), e);
        }
    }

    private void report(FileState state, String unit, String path) {
        if (state == FileState.FOREIGN || state == FileState.BLOCKED) {
            log.add(Diagnostic.of(Code.FOREIGN_FILE, directory.shown(unit, path)));
        } else if (state == FileState.EDITED && !mode.replacesEdited()) {
            log.add(Diagnostic.of(Code.EDITED_BY_HAND, directory.shown(unit, path)));
        }
    }

    /** Plans the removal of files of ours that are no longer wanted; to be called after the last document. */
    public void finish() throws OutputException {
        try {
            for (Map.Entry<String, Plan.UnitPlan> unit : plan.units().entrySet()) {
                removeObsolete(unit.getKey(), unit.getValue());
            }
        } catch (IOException e) {
            throw OutputException.of("read", directory.path(), e);
        }
    }

    private void removeObsolete(String unit, Plan.UnitPlan changes) throws IOException {
        UnitFolder folder = changes.folder();
        for (String path : changes.obsolete()) {
            if (folder.files().contains(path)) {
                report(folder.isOurs(path) ? FileState.OUTDATED : FileState.EDITED, unit, path);
                changes.remove(path);
            }
        }
    }

    /** What {@link #commit} changes, or what it would change. */
    public WriteResult result() {
        return plan.result();
    }

    /** Makes everything visible. To be called at most once, and only without errors in the log. */
    public void commit() throws OutputException {
        try {
            stage().commit(plan);
        } catch (IOException e) {
            throw OutputException.of("write", directory.path(), e);
        }
    }

    @Override
    public void close() throws OutputException {
        try {
            if (stage != null) {
                stage.close();
            }
        } catch (IOException e) {
            throw OutputException.of("clear the stage of", directory.path(), e);
        } finally {
            if (lock.isPresent()) {
                lock.get().close();
            }
        }
    }

    /** Opened with the first document: a run that finds errors before that leaves no trace beside the directory. */
    private Stage stage() throws IOException {
        Stage opened = stage;
        if (opened == null) {
            opened = mode.writes() ? Stages.open(directory.realPath()) : new NoStage();
            stage = opened;
        }
        return opened;
    }

    /** Holds nothing, since nothing will be written. */
    private static final class NoStage implements Stage {
        @Override
        public void put(String path, byte[] content) {}

        @Override
        public void commit(Plan plan) {}

        @Override
        public void close() {}
    }
}
