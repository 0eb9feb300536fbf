package dev.waymark.cli;

import dev.waymark.schema.SchemaCheck;

/** The JSON Schema of {@code MeshIntent}, as it is published. */
final class MeshIntentSchema {
    static final String FILE_NAME = "mesh-intent.schema.json";

    private MeshIntentSchema() {}

    static String text() {
        return SchemaCheck.text(FILE_NAME);
    }
}
