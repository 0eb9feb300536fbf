package dev.waymark.schema;

import dev.waymark.testing.Received;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a schema says that follows from the schema of intents; where the file differs, the text that should be in it is left beside it. */
class OverlaySchemaTest {
    private static final Path FOLDER = Path.of("../schemas");

    @Test
    void thatOfOverlaysIsDerived() throws IOException {
        Received.verify(SchemaText.of(OverlaySchema.derive()), FOLDER.resolve("mesh-overlay.schema.json"));
    }

    @Test
    void thatOfFleetsSharesDefinitions() throws IOException {
        Received.verify(SchemaText.of(FleetSchema.derive()), FOLDER.resolve("mesh-fleet.schema.json"));
    }
}
