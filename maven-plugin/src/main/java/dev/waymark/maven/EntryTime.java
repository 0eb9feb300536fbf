package dev.waymark.maven;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/** The time of entries in an archive, which must not be that of the build. */
final class EntryTime {
    /** The first that a zip can state in every time zone. */
    private static final Instant EARLIEST = Instant.parse("1980-02-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2099-12-31T23:59:59Z");

    private EntryTime() {}

    /**
     * Reads {@code project.build.outputTimestamp}.
     *
     * @param stated null or one sign, by which a project says that it wants none, stands for the earliest time
     */
    static Instant of(@Nullable String stated) throws MojoFailureException {
        if (stated == null || stated.length() < 2) {
            return EARLIEST;
        }
        Instant time = read(stated);
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new MojoFailureException("outputTimestamp is `" + stated
                    + "`; an archive can state times from 1980-02-01 to the year 2099.");
        }
        return time;
    }

    private static Instant read(String stated) throws MojoFailureException {
        try {
            return stated.chars().allMatch(Character::isDigit)
                    ? Instant.ofEpochSecond(Long.parseLong(stated))
                    : OffsetDateTime.parse(stated).toInstant();
        } catch (DateTimeException | NumberFormatException e) {
            throw new MojoFailureException("outputTimestamp is `" + stated
                    + "`; it may be a time such as 2026-11-01T00:00:00Z, or seconds since 1970.");
        }
    }
}
