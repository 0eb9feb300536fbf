package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.conformance.EditorDocument.Completion;
import dev.waymark.testing.Program;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the schema does in an editor, by the server that most editors have for YAML: it completes, explains and finds
 * slips in what {@code init} writes, without a setting and without the network.
 */
class LanguageServerConformance {
    private static final Path SAMPLES = Path.of("../samples").toAbsolutePath().normalize();
    private static final String SCHEMA = "mesh-intent.schema.json";
    private static final Pattern KIND = Pattern.compile("(?m)^kind: Mesh(Intent|Overlay|Fleet)$");
    private static final String WAYPOINT = "  - name: waypoint\n    namespace: default\n";

    @TempDir
    private static Path folder;

    private static LanguageServer server;
    private static String first;
    private static Tree schema;

    @BeforeAll
    static void startAtAFirstIntent() throws Exception {
        Program.End end = Program.waymark(folder).run("init", "mesh.yaml");
        assertThat(end.exitCode()).as(end.printed()).isZero();
        first = Files.readString(folder.resolve("mesh.yaml"));
        schema = Yaml.tree(Files.readString(folder.resolve(SCHEMA)));
        server = LanguageServer.start(folder);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** The first intent with something else in one place, in an editor. */
    private EditorDocument edited(String place, String replacement) throws Exception {
        assertThat(first).containsOnlyOnce(place);
        return open(first.replace(place, replacement));
    }

    private EditorDocument open(String text) throws Exception {
        return server.open(Files.createTempFile(folder, "edited", ".yaml"), text);
    }

    static Stream<Path> intents() throws IOException {
        try (Stream<Path> files = Files.find(SAMPLES, 3, (path, is) -> is.isRegularFile())) {
            List<Path> intents =
                    files.filter(LanguageServerConformance::isOurs).sorted().toList();
            assertThat(intents).hasSizeGreaterThan(5);
            return Stream.concat(Stream.of(folder.resolve("mesh.yaml")), intents.stream());
        }
    }

    private static boolean isOurs(Path file) {
        try {
            return file.toString().endsWith(".yaml")
                    && KIND.matcher(Files.readString(file)).find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("intents")
    void nothingIsWrongWithWhatIsRight(Path intent) throws Exception {
        String text = Files.readString(intent);
        Matcher kind = KIND.matcher(text);
        assertThat(kind.find()).isTrue();
        EditorDocument document = server.open(intent, text);
        assertThat(document.problems()).isEmpty();
        String schema = "mesh-" + kind.group(1).toLowerCase(Locale.ROOT) + ".schema.json";
        assertThat(document.hover(kind.group())).contains(schema);
    }

    @Test
    void theFieldsOfAWaypointAreOfferedAndExplained() throws Exception {
        EditorDocument document = edited(WAYPOINT, WAYPOINT + "    \n");
        SortedMap<String, String> offered = new TreeMap<>();
        for (Completion completion : document.completionsAfter(WAYPOINT + "    ")) {
            if (completion.isField()) {
                offered.put(completion.label(), completion.documentation());
            }
        }
        SortedMap<String, String> missing = explanations("waypoint");
        missing.keySet().removeAll(List.of("name", "namespace", "consumers"));
        assertThat(offered).isEqualTo(missing);
    }

    private static SortedMap<String, String> explanations(String definition) {
        Tree properties = schema.at("$defs", definition, "properties");
        SortedMap<String, String> explanations = new TreeMap<>();
        properties.map().keySet().forEach(name -> explanations.put(name, explanation(properties.at(name))));
        return explanations;
    }

    private static String explanation(Tree field) {
        String text = field.text("description");
        return (String) field.map().getOrDefault("markdownDescription", text);
    }

    @ParameterizedTest
    @CsvSource({"for, service workload all none", "phase, prepare serve retire", "ingress, true false"})
    void theWordsOfAFieldAreOffered(String field, String words) throws Exception {
        EditorDocument document = edited(WAYPOINT, WAYPOINT + "    " + field + ": \n");
        assertThat(document.completionsAfter("    " + field + ": "))
                .extracting(Completion::label)
                .containsExactlyInAnyOrder(words.split(" ", -1));
    }

    /** Without its quotes it would be a number. */
    @Test
    void theVersionIsOfferedInQuotes() throws Exception {
        EditorDocument document = edited("\nspec:\n", "\nspec:\n  mesh:\n    istioVersion: \n");
        Completion version = completion(document, "istioVersion: ", "\"1.30\"");
        assertThat(version.chosen()).contains("    istioVersion: \"1.30\"\n");
        assertThat(open(version.chosen()).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'  waypoints:\n', '  - ', waypoint of a workload",
        "'  waypoints:\n', '  - ', waypoint for other teams",
        "'    consumers:\n', '    - ', one service",
        "'    consumers:\n', '    - ', the pods of a workload"
    })
    void aSnippetIsRightAsItStands(String list, String item, String label) throws Exception {
        EditorDocument document = edited(list, list + item + "\n");
        Completion snippet = completion(document, list + item, label);
        assertThat(snippet.documentation()).matches("[A-Z].*\\.");
        assertThat(open(snippet.chosen()).problems()).as(snippet.chosen()).isEmpty();
    }

    private static Completion completion(EditorDocument document, String before, String label) throws Exception {
        List<Completion> offered = document.completionsAfter(before);
        assertThat(offered).extracting(Completion::label).contains(label);
        return offered.stream()
                .filter(each -> each.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFieldIsExplained() throws Exception {
        EditorDocument document = edited(WAYPOINT, WAYPOINT + "    for: all\n");
        assertThat(document.hover("    for")).contains(explanations("waypoint").get("for"));
        EditorDocument other = edited("    dataplaneMode: ambient\n", "    dataplaneMode: ambient\n    via: full\n");
        assertThat(other.hover("\n    via"))
                .contains(explanations("namespaceSettings").get("via"))
                .contains("\n- `patch`: a Kustomize Component");
    }

    @ParameterizedTest
    @CsvSource({
        "'    consumers:\n', '    consumer:\n', '23:5: Property consumer is not allowed.'",
        "'\n    dataplaneMode: ambient', '\n    dataplaneMode: ambiant', '15:20: Value is not accepted. Valid values: \"ambient\", \"none\".'",
        "'apiVersion: waymark.dev/v1alpha1', 'apiVersion: waymark.dev/v1', '3:13: Value must be \"waymark.dev/v1alpha1\".'"
    })
    void aSlipIsFoundWhereItIs(String place, String slip, String problem) throws Exception {
        assertThat(edited(place, slip).problems()).containsExactly(problem);
    }
}
