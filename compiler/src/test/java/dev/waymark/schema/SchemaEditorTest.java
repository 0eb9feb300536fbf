package dev.waymark.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.JsonSchema;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What editors read of the schema beside its rules: an explanation of every word, and snippets that are right. */
class SchemaEditorTest {
    private static final Tree SCHEMA = Yaml.tree(SchemaCheck.text("mesh-intent.schema.json"));
    private static final JsonMapper MAPPER = new JsonMapper();

    /** A gap that the author fills, with what stands there at first. */
    private static final Pattern GAP = Pattern.compile("\\$\\{[0-9]+:([^}]+)}");

    static Stream<Subschema> choices() {
        return Subschema.all(SCHEMA)
                .filter(part -> !part.definition() && !part.words(SCHEMA).isEmpty());
    }

    static Stream<Subschema> explained() {
        return Subschema.all(SCHEMA).filter(part -> part.tree().map().containsKey("markdownDescription"));
    }

    static Stream<Subschema> withSnippets() {
        return Subschema.all(SCHEMA).filter(part -> part.tree().map().containsKey("defaultSnippets"));
    }

    @ParameterizedTest
    @MethodSource("choices")
    void everyWordIsExplained(Subschema choice) {
        String text = choice.tree().text("description") + choice.tree().map().getOrDefault("markdownDescription", "");
        assertThat(choice.words(SCHEMA))
                .allSatisfy(word -> assertThat(text)
                        .containsPattern("(?<![-A-Za-z0-9_.])" + Pattern.quote(word) + "(?![-A-Za-z0-9_])"));
    }

    @ParameterizedTest
    @MethodSource("explained")
    void aLongDescriptionSaysMoreThanTheShortOne(Subschema part) {
        assertThat(part.tree().text("markdownDescription"))
                .startsWith(part.tree().text("description") + "\n\n- `");
    }

    @Test
    void whatOneWritesMostHasSnippets() {
        assertThat(withSnippets().map(Subschema::pointer))
                .containsExactlyInAnyOrder(
                        "/$defs/waypoint", "/$defs/consumer", "/$defs/external", "/$defs/enrollment");
    }

    @ParameterizedTest
    @MethodSource("withSnippets")
    void snippetsAreValid(Subschema part) {
        JsonSchema schema = JsonSchema.of(part.alone(SCHEMA));
        List<Tree> snippets = part.tree().trees("defaultSnippets");
        assertThat(snippets).extracting(snippet -> snippet.text("label")).doesNotHaveDuplicates();
        for (Tree snippet : snippets) {
            assertThat(snippet.map()).containsOnlyKeys("label", "description", "body");
            assertThat(snippet.text("description")).matches("[A-Z].*\\.");
            String body = MAPPER.writeValueAsString(snippet.at("body").map());
            String filled = GAP.matcher(body).replaceAll("$1");
            assertThat(body).matches(".*" + GAP + ".*");
            assertThat(filled).doesNotContain("$");
            assertThat(schema.violations(Yaml.tree("{\"value\": " + filled + "}")))
                    .isEmpty();
        }
    }
}
