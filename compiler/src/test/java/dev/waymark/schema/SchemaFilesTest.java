package dev.waymark.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.CompileRequest;
import dev.waymark.CompileResult;
import dev.waymark.MeshCompiler;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import dev.waymark.lower.Lowering;
import dev.waymark.mesh.Mesh;
import dev.waymark.render.ManifestPrinter;
import dev.waymark.source.InputException;
import dev.waymark.testing.Field;
import dev.waymark.testing.JsonSchema;
import dev.waymark.testing.Resources;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The published schemas of the language: complete, closed, right in their examples, and no field of an intent is idle. */
class SchemaFilesTest {
    private static final Tree SCHEMA = schema("intent");
    private static final Tree FIELDS = Yaml.tree(Resources.text("schema/fields.yaml"));
    private static final Tree INTENT = FIELDS.at("intent");
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> COMPILED = compile(INTENT);

    private static Tree schema(String kind) {
        return Yaml.tree(SchemaCheck.text("mesh-" + kind + ".schema.json"));
    }

    static Stream<Tree> schemas() {
        return Stream.of(SCHEMA, schema("overlay"), schema("fleet"));
    }

    static Stream<Subschema> parts() {
        return schemas().flatMap(Subschema::all);
    }

    /** What an author writes: the document, its fields, items of lists and entries of maps. */
    static Stream<Subschema> described() {
        return parts().filter(part -> !part.definition());
    }

    static Stream<Field> changes() {
        return fields("changes");
    }

    /** Fields that only go with another way of delivery, by the key of that way. */
    static Stream<Arguments> delivered() {
        return Stream.of("flux", "server")
                .flatMap(way -> FIELDS.at(way, "changes").map().keySet().stream()
                        .map(field -> Arguments.of(way, new Field(field))));
    }

    static Stream<Field> withoutInventory() {
        return fields("withoutInventory");
    }

    static Stream<Field> withoutEffect() {
        return fields("withoutEffect");
    }

    private static Stream<Field> fields(String key) {
        return FIELDS.at(key).map().keySet().stream().map(Field::new);
    }

    @ParameterizedTest
    @MethodSource("described")
    void everythingHasATitleADescriptionAndExamples(Subschema part) {
        assertThat(part.tree().text("title")).matches("[A-Z].*[a-z]");
        assertThat(part.tree().text("description")).matches("[A-Z].*\\.");
        assertThat(part.tree().list("examples")).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("described")
    void examplesAndDefaultsAreValid(Subschema part) {
        JsonSchema schema = JsonSchema.of(part.alone());
        List<Object> values = part.tree().list("examples");
        Optional.ofNullable(part.tree().map().get("default")).ifPresent(values::add);
        for (Object value : values) {
            assertThat(schema.violations(new Tree(Map.of("value", value)))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("described")
    void whatHasADefaultSaysSo(Subschema part) {
        Optional.ofNullable(part.tree().map().get("default"))
                .ifPresent(value -> assertThat(part.tree().text("description")).contains("Default: " + value));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void everyMappingIsClosed(Subschema part) {
        Object others = part.tree().map().getOrDefault("additionalProperties", true);
        if (part.tree().map().containsKey("properties")) {
            assertThat(part.isObject()).isTrue();
            assertThat(others).isEqualTo(false);
        } else if (part.isObject()) {
            assertThat(others).as("what the values of a map are").isInstanceOf(Map.class);
            assertThat(part.tree().map()).containsKey("propertyNames");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"intent", "overlay", "fleet"})
    void everyDefinitionIsUsed(String kind) {
        String text = SchemaCheck.text("mesh-" + kind + ".schema.json");
        assertThat(schema(kind).at("$defs").map().keySet())
                .allSatisfy(name -> assertThat(text).contains("\"$ref\": \"#/$defs/" + name + "\""));
    }

    @Test
    void everyFieldIsTried() {
        SortedSet<String> tried = new TreeSet<>();
        Stream<Field> delivered = delivered().map(way -> (Field) way.get()[1]);
        Stream.of(changes(), delivered, withoutInventory(), withoutEffect())
                .flatMap(fields -> fields)
                .forEach(field -> tried.add(field.name()));
        assertThat(tried).isEqualTo(Subschema.fields(SCHEMA));
    }

    @Test
    void theIntentWithAllFieldsCompiles() {
        assertThat(COMPILED).isNotEmpty().noneMatch(line -> line.startsWith("ERROR"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void everyFieldHasAnEffect(Field field) {
        Tree changed = field.changed(INTENT, Optional.of(FIELDS.at("changes").value(field.pointer())));
        assertThat(changed).isNotEqualTo(INTENT);
        assertThat(compile(changed)).isNotEqualTo(COMPILED);
    }

    @ParameterizedTest
    @MethodSource("delivered")
    void everyFieldOfADeliveryHasAnEffect(String way, Field field) {
        Tree intent = new Field("/spec/delivery")
                .changed(INTENT, Optional.of(FIELDS.at(way).value("delivery")));
        List<String> compiled = compile(intent);
        assertThat(compiled).isNotEmpty().noneMatch(line -> line.startsWith("ERROR"));
        Tree changed =
                field.changed(intent, Optional.of(FIELDS.at(way, "changes").value(field.pointer())));
        assertThat(compile(changed)).isNotEqualTo(compiled);
    }

    @ParameterizedTest
    @MethodSource("withoutInventory")
    void aFieldThatNeedsAnInventorySaysSo(Field field) {
        Field entry = new Field(field.pointer().replaceAll("/pods.*", ""));
        Tree pods = new Tree(Map.of("namespace", "shop", "matchLabels", Map.of("app", "web")));
        Tree intent = entry.changed(INTENT, Optional.of(Map.of("pods", pods.map())));
        Tree changed =
                field.changed(intent, Optional.of(FIELDS.at("withoutInventory").value(field.pointer())));
        assertThat(compile(changed))
                .filteredOn(line -> line.startsWith("ERROR"))
                .singleElement()
                .asString()
                .contains("without an inventory");
    }

    @ParameterizedTest
    @MethodSource("withoutEffect")
    void aFieldWithoutEffectHasAReason(Field field) {
        Tree entry = FIELDS.at("withoutEffect", field.pointer());
        Tree changed = field.changed(INTENT, Optional.ofNullable(entry.map().get("value")));
        assertThat(changed).isNotEqualTo(INTENT);
        assertThat(compile(changed)).isEqualTo(COMPILED);
        assertThat(entry.text("why")).isNotEmpty();
    }

    /** What is said of an intent, and what is rendered from it. */
    private static List<String> compile(Tree intent) {
        CompileResult<List<Mesh>> result = validate(MAPPER.writeValueAsString(intent.map()));
        List<String> lines = new ArrayList<>();
        for (Diagnostic found : result.diagnostics()) {
            lines.add(found.severity() + " " + found.message() + " " + found.consequence() + " " + found.help());
        }
        ManifestPrinter printer = new ManifestPrinter();
        result.outcome()
                .map(meshes -> meshes.get(0))
                .ifPresent(mesh -> Lowering.of(mesh)
                        .forEach(manifest ->
                                lines.add(manifest.fullPath() + "\n" + printer.print(manifest.resource()))));
        return lines;
    }

    private static CompileResult<List<Mesh>> validate(String text) {
        ByteArrayInputStream input = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        try {
            return new MeshCompiler(new CompileRequest(List.of("-"), input, Severity.ERROR)).validate();
        } catch (InputException e) {
            throw new IllegalStateException(e);
        }
    }
}
