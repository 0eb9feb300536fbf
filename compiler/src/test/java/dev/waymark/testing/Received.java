package dev.waymark.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a text with a file byte for byte; what differs is left beside it, to be read and moved over. */
public final class Received {
    private Received() {}

    public static void verify(String text, Path approved) throws IOException {
        Path received = approved.resolveSibling(approved.getFileName() + ".received.txt");
        Files.deleteIfExists(received);
        if (!Files.exists(approved) || !Files.readString(approved).equals(text)) {
            Files.writeString(received, text);
        }
        assertThat(received).as("what should stand in " + approved).doesNotExist();
    }
}
