package dev.waymark.output;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.lock.Fingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

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
    private final Resources resources;

    private OutputWriter(OutputDirectory directory, Mode mode, DiagnosticLog log, Resources resources) {
        this.directory = directory;
        this.mode = mode;
        this.log = log;
        this.plan = new Plan(directory.units());
        this.resources = resources;
    }

    /** The lock that keeps others out, and the stage; a dry run has neither. */
    private record Resources(Stage stage, Optional<WriterLock> lock) {}

    /**
     * Locks a directory against other writers and reads what it holds.
     *
     * @param units those that will be written
     * @throws OutputException if it cannot be read or staged for, or if another render is writing into it
     */
    public static OutputWriter open(Path path, Collection<String> units, Mode mode, DiagnosticLog log)
            throws OutputException {
        if (!mode.writes()) {
            return new OutputWriter(
                    OutputDirectory.read(path, units, log), mode, log, new Resources(new NoStage(), Optional.empty()));
        }
        Path real = OutputDirectory.real(path);
        WriterLock lock = WriterLock.acquire(real);
        try {
            OutputDirectory directory = OutputDirectory.read(path, units, log);
            return new OutputWriter(directory, mode, log, new Resources(Stages.open(real), Optional.of(lock)));
        } catch (IOException e) {
            lock.close();
            throw OutputException.of("write", path, e);
        } catch (OutputException e) {
            lock.close();
            throw e;
        }
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
            resources.stage.put(unit + "/" + path, content);
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
            resources.stage.commit(plan);
        } catch (IOException e) {
            throw OutputException.of("write", directory.path(), e);
        }
    }

    @Override
    public void close() throws OutputException {
        try {
            resources.stage.close();
        } catch (IOException e) {
            throw OutputException.of("clear the stage of", directory.path(), e);
        } finally {
            if (resources.lock.isPresent()) {
                resources.lock.get().close();
            }
        }
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
