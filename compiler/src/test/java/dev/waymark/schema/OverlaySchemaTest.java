package dev.waymark.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a schema says that follows from the schema of intents; where the file differs, the text that should be in it is left beside it. */
class OverlaySchemaTest {
    private static final Path FOLDER = Path.of("../schemas");

    @Test
    void thatOfOverlaysIsDerived() throws IOException {
        verify("mesh-overlay.schema.json", OverlaySchema.derive());
    }

    @Test
    void thatOfFleetsSharesDefinitions() throws IOException {
        verify("mesh-fleet.schema.json", FleetSchema.derive());
    }

    private static void verify(String name, JsonNode schema) throws IOException {
        Path published = FOLDER.resolve(name);
        Path received = FOLDER.resolve(name + ".received.txt");
        String text = SchemaText.of(schema);
        if (Files.exists(published) && Files.readString(published).equals(text)) {
            Files.deleteIfExists(received);
        } else {
            Files.writeString(received, text);
        }
        assertThat(received).as("to approve it, move it over " + published).doesNotExist();
    }
}
