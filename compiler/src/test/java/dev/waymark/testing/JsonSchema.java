package dev.waymark.testing;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.waymark.schema.SchemaCheck;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON Schema, and what trees break of it. */
public final class JsonSchema {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Schema schema;

    private JsonSchema(JsonNode schema) {
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
    }

    /** One of those that are published in {@code schemas/}. */
    public static JsonSchema published(String name) {
        return new JsonSchema(MAPPER.readTree(SchemaCheck.text(name)));
    }

    public static JsonSchema of(Tree schema) {
        return new JsonSchema(MAPPER.valueToTree(schema.map()));
    }

    /** Each violation with its place; empty if there is none. */
    public List<String> violations(Tree document) {
        JsonNode tree = MAPPER.valueToTree(document.map());
        return schema.validate(tree).stream().map(Error::toString).toList();
    }
}
