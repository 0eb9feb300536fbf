package dev.waymark.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.JsonSchema;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What editors read of the schema beside its rules: an explanation of every word, and snippets that are right. */
class SchemaEditorTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    /** A gap that the author fills, with what stands there at first. */
    private static final Pattern GAP = Pattern.compile("\\$\\{[0-9]+:([^}]+)}");

    private static Stream<Subschema> parts(String kind) {
        return Subschema.all(Yaml.tree(SchemaCheck.text("mesh-" + kind + ".schema.json")));
    }

    private static Stream<Subschema> parts() {
        return Stream.of("intent", "overlay", "fleet").flatMap(SchemaEditorTest::parts);
    }

    static Stream<Subschema> choices() {
        return parts().filter(part -> !part.definition() && !part.words().isEmpty());
    }

    static Stream<Subschema> explained() {
        return parts().filter(part -> part.tree().map().containsKey("markdownDescription"));
    }

    static Stream<Subschema> withSnippets() {
        return parts().filter(SchemaEditorTest::hasSnippets);
    }

    private static boolean hasSnippets(Subschema part) {
        return part.tree().map().containsKey("defaultSnippets");
    }

    @ParameterizedTest
    @MethodSource("choices")
    void everyWordIsExplained(Subschema choice) {
        String text = choice.tree().text("description") + choice.tree().map().getOrDefault("markdownDescription", "");
        assertThat(choice.words())
                .allSatisfy(word -> assertThat(text)
                        .containsPattern("(?<![-A-Za-z0-9_.])" + Pattern.quote(word) + "(?![-A-Za-z0-9_])"));
    }

    @ParameterizedTest
    @MethodSource("explained")
    void aLongDescriptionSaysMoreThanTheShortOne(Subschema part) {
        assertThat(part.tree().text("markdownDescription"))
                .startsWith(part.tree().text("description") + "\n\n- `");
    }

    @ParameterizedTest
    @CsvSource({
        "intent, waypoint consumer external enrollment",
        "overlay, waypoint consumer external enrollment",
        "fleet, cluster"
    })
    void whatOneWritesMostHasSnippets(String kind, String definitions) {
        assertThat(parts(kind).filter(SchemaEditorTest::hasSnippets).map(Subschema::pointer))
                .containsExactlyInAnyOrder(("/$defs/" + definitions.replace(" ", " /$defs/")).split(" ", -1));
    }

    @ParameterizedTest
    @MethodSource("withSnippets")
    void snippetsAreValid(Subschema part) {
        JsonSchema schema = JsonSchema.of(part.alone());
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
