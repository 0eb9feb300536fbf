package dev.waymark.schema;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.source.Span;
import dev.waymark.yaml.YamlDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One schema, read once, and what documents break of it. */
public final class SchemaCheck {
    /** Draft 2020-12 and what editors read in our schemas; the library would log that it does not know it. */
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft202012())
            .keyword(new NonValidationKeyword("defaultSnippets"))
            .keyword(new NonValidationKeyword("markdownDescription"))
            .build();

    /** Read when the first document of its kind is checked, and once: reading it costs more than checking a small mesh. */
    private static final class MeshIntent {
        private static final SchemaCheck CHECK = load("mesh-intent.schema.json");
    }

    private static final class MeshOverlay {
        private static final SchemaCheck CHECK = load("mesh-overlay.schema.json");
    }

    private static final class MeshFleet {
        private static final SchemaCheck CHECK = load("mesh-fleet.schema.json");
    }

    private final Schema schema;

    private SchemaCheck(Schema schema) {
        this.schema = schema;
    }

    /** The schema of {@code MeshIntent}. */
    public static SchemaCheck meshIntent() {
        return MeshIntent.CHECK;
    }

    /** The schema of {@code MeshOverlay}. */
    public static SchemaCheck meshOverlay() {
        return MeshOverlay.CHECK;
    }

    /** The schema of {@code MeshFleet}. */
    public static SchemaCheck meshFleet() {
        return MeshFleet.CHECK;
    }

    private static SchemaCheck load(String name) {
        return new SchemaCheck(SchemaRegistry.withDialect(DIALECT).getSchema(SchemaTree.read(text(name))));
    }

    /** The text of a schema as it is published. */
    public static String text(String name) {
        try (InputStream stream = SchemaCheck.class.getResourceAsStream("/dev/waymark/schemas/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the schema " + name + " is not in the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that a document breaks, one diagnostic for each mistake. */
    public List<Diagnostic> check(YamlDocument document) {
        List<Error> errors = schema.validate(JsonView.of(document.root()));
        List<Diagnostic> found = new ArrayList<>(Violations.describe(errors, schema.getSchemaNode(), document));
        Set<Optional<Span>> told = found.stream().map(Diagnostic::span).collect(Collectors.toSet());
        EndlessNumbers.in(document.root()).stream()
                .filter(number -> !told.contains(number.span()))
                .forEach(found::add);
        return found;
    }
}
