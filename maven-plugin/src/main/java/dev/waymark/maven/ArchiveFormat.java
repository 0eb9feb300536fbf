package dev.waymark.maven;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.SortedSet;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.apache.maven.plugin.MojoFailureException;

/** How files are packed: in their order, each readable by everybody, of one time and of nobody. */
enum ArchiveFormat {
    ZIP("zip") {
        @Override
        ArchiveOutputStream<ZipArchiveEntry> open(OutputStream out) {
            return new ZipArchiveOutputStream(out);
        }

        @Override
        ArchiveEntry entry(String path, byte[] content, Instant time) {
            ZipArchiveEntry entry = new ZipArchiveEntry(path);
            entry.setSize(content.length);
            entry.setUnixMode(FILE_MODE);
            // A zip states local time. Noon of the day is one in every zone: no clock is set then.
            entry.setTimeLocal(time.atOffset(ZoneOffset.UTC).toLocalDate().atTime(LocalTime.NOON));
            return entry;
        }
    },
    TAR_GZ("tar.gz") {
        @Override
        ArchiveOutputStream<TarArchiveEntry> open(OutputStream out) throws IOException {
            TarArchiveOutputStream tar =
                    new TarArchiveOutputStream(new GzipCompressorOutputStream(out, new GzipParameters()), UTF_8);
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            return tar;
        }

        @Override
        ArchiveEntry entry(String path, byte[] content, Instant time) {
            TarArchiveEntry entry = new TarArchiveEntry(path);
            entry.setSize(content.length);
            entry.setMode(FILE_MODE);
            entry.setModTime(FileTime.from(time));
            entry.setIds(0, 0);
            entry.setNames("", "");
            return entry;
        }
    };

    private static final String UTF_8 = "UTF-8";
    private static final int FILE_MODE = 0100644;

    private final String extension;

    ArchiveFormat(String extension) {
        this.extension = extension;
    }

    /** The format that a parameter names by its extension. */
    static ArchiveFormat of(String extension) throws MojoFailureException {
        Words.listed(
                "archiveFormat",
                extension,
                Stream.of(values()).map(ArchiveFormat::extension).toList());
        return Stream.of(values())
                .filter(format -> format.extension.equals(extension))
                .findFirst()
                .orElseThrow();
    }

    String extension() {
        return extension;
    }

    abstract ArchiveOutputStream<? extends ArchiveEntry> open(OutputStream out) throws IOException;

    abstract ArchiveEntry entry(String path, byte[] content, Instant time);

    /** Packs files of a folder. */
    void write(Path folder, SortedSet<String> files, Path target, Instant time) throws IOException {
        try (OutputStream out = Files.newOutputStream(target);
                ArchiveOutputStream<? extends ArchiveEntry> archive = open(out)) {
            for (String file : files) {
                byte[] content = Files.readAllBytes(folder.resolve(file));
                put(archive, entry(file, content, time), content);
            }
        }
    }

    @SuppressWarnings("unchecked") // each format makes entries of its own kind
    private static <E extends ArchiveEntry> void put(ArchiveOutputStream<E> archive, ArchiveEntry entry, byte[] content)
            throws IOException {
        archive.putArchiveEntry((E) entry);
        archive.write(content);
        archive.closeArchiveEntry();
    }
}
