package dev.waymark.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Hands out objects of Git's database: one process answers for all of them. */
final class GitBlobs implements Closeable {
    /** A process has 512 MiB for everything. */
    private static final int MOST_MEBIBYTES = 128;

    private final Git command;
    private @Nullable Process process;
    private @Nullable InputStream answers;
    private @Nullable String last;
    private byte[] lastContent = {};

    /** What is read once more is asked for once more. */
    private record Blob(GitBlobs blobs, String object) implements Bytes {
        @Override
        public long size() throws IOException {
            return blobs.content(object).length;
        }

        @Override
        public InputStream open(long from) throws IOException {
            byte[] content = blobs.content(object);
            return new ByteArrayInputStream(content, (int) from, content.length - (int) from);
        }
    }

    GitBlobs(Git command) {
        this.command = command;
    }

    Bytes bytes(String object) {
        return new Blob(this, object);
    }

    /** The content of an object. */
    synchronized byte[] content(String object) throws IOException {
        if (!object.equals(last)) {
            lastContent = read(object);
            last = object;
        }
        return lastContent;
    }

    private byte[] read(String object) throws IOException {
        Process git = process;
        InputStream in = answers;
        if (git == null || in == null) {
            git = command.start("cat-file", "--batch");
            in = new BufferedInputStream(git.getInputStream());
            process = git;
            answers = in;
        }
        OutputStream questions = git.getOutputStream();
        questions.write((object + "\n").getBytes(StandardCharsets.US_ASCII));
        questions.flush();
        // OBJECT TYPE SIZE, or OBJECT missing
        String[] head = line(in).split(" ", -1);
        if (head.length != 3) {
            throw new IOException("this clone lacks an object of it: git fetch gets what is missing");
        }
        long size = Long.parseLong(head[2]);
        if (size > (long) MOST_MEBIBYTES << 20) {
            throw new IOException("it has more than " + MOST_MEBIBYTES + " MiB");
        }
        byte[] content = in.readNBytes((int) size);
        in.skipNBytes(1);
        return content;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("git ended before it answered");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public synchronized void close() {
        if (process != null) {
            process.destroy();
        }
    }
}
