package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.CompileRequest;
import dev.waymark.MeshCompiler;
import dev.waymark.cli.HostileIntent.Spelling;
import dev.waymark.diagnostic.Severity;
import dev.waymark.lower.Lowering;
import dev.waymark.mesh.Mesh;
import dev.waymark.render.ManifestPrinter;
import dev.waymark.source.InputException;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Odd texts in every field of the language: each is refused in words, or comes out as it went in and changes nothing
 * around it.
 */
class HostileValueTest {
    private static final SortedSet<String> PLACES = HostileIntent.places();
    private static final Pattern ANY_TEXT = Pattern.compile("/waypoints/0/annotations/");
    private static final int EIGHTH = 8;
    private static final String MARK = "<value>";

    /** What fields take that takes little; the first one that a field takes is what others are compared with. */
    private static final List<String> WORDS = List.of("benign", "shop/benign", "Deployment/shop/benign", "192.0.2.77");

    private static final Map<String, Ordinary> ORDINARY = new HashMap<>();
    private static final ManifestPrinter PRINTER = new ManifestPrinter();

    private final Harm harm;
    private final String missing;

    HostileValueTest(@TempDir Path root) throws Exception {
        Path desk = Files.createDirectory(root.resolve("desk"));
        this.harm = new Harm(desk);
        this.missing = desk.resolve("missing").toString();
    }

    /** What is rendered with a word in one place that the field there is made for. */
    private record Ordinary(String word, List<Leaf> leaves) {}

    static Stream<Spelling> spellings() {
        return Spelling.all();
    }

    @Test
    void placesAreThoseOfTheLanguage() {
        assertThat(PLACES).hasSizeGreaterThan(90).contains("/spec/waypoints/0/annotations/example.com~1note");
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void aTextInAllFieldsIsRefused(Spelling spelling) throws Exception {
        List<List<String>> lines = CommandLines.reading("-", missing);
        int turn = Spelling.all().toList().indexOf(spelling);
        for (boolean asKeys : List.of(false, true)) {
            byte[] intent = bytes(HostileIntent.everywhere(spelling, asKeys));
            assertThat(harm.none(intent, List.of("validate", "-")).exitCode()).isEqualTo(1);
            assertThat(harm.none(intent, lines.get(turn % lines.size())).exitCode())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/apiVersion", "/kind"})
    void aTextInPlaceOfOursIsRefused(String pointer) throws Exception {
        for (Spelling spelling : Spelling.all().toList()) {
            byte[] intent = bytes(HostileIntent.with(spelling, pointer));
            assertThat(harm.none(intent, List.of("validate", "-")).exitCode()).isEqualTo(1);
        }
    }

    /** Fields that take any text take all of them; the others are tried in turn, each in an eighth of the places. */
    @ParameterizedTest
    @MethodSource("spellings")
    void aTextThatIsTakenComesOutAsItIs(Spelling spelling) throws Exception {
        List<String> refused = refused(HostileIntent.everywhere(spelling, false));
        int turn = Spelling.all().toList().indexOf(spelling);
        for (String pointer : PLACES) {
            boolean skipped = ++turn % EIGHTH != 0 && !ANY_TEXT.matcher(pointer).find();
            if (!skipped
                    && !refused.contains(pointer)
                    && !List.of("/apiVersion", "/kind").contains(pointer)) {
                assertComesOut(spelling, pointer);
            }
        }
    }

    private static void assertComesOut(Spelling spelling, String pointer) {
        Optional<Mesh> mesh = compile(HostileIntent.with(spelling, pointer));
        boolean top = pointer.equals("/spec/delivery/path") && spelling.value().matches("[./]*");
        if (mesh.isEmpty() || !spelling.isText() || top || pointer.contains("/resources/")) {
            return; // numbers and amounts are printed as Kubernetes would, and a path without `.`
        }
        Ordinary ordinary = ORDINARY.computeIfAbsent(pointer, HostileValueTest::ordinary);
        assertThat(shape(leaves(mesh.get()), spelling.value(), ordinary.word()))
                .as("%s in %s", spelling, pointer)
                .isEqualTo(shape(ordinary.leaves(), spelling.value(), ordinary.word()));
    }

    private static Ordinary ordinary(String pointer) {
        return WORDS.stream()
                .flatMap(word -> compile(HostileIntent.with(new Spelling(word, false), pointer)).stream()
                        .map(mesh -> new Ordinary(word, leaves(mesh))))
                .findFirst()
                .orElseThrow(() -> new AssertionError(pointer + " takes nothing ordinary"));
    }

    /** Where a value of its own is wrong. */
    private List<String> refused(String intent) throws Exception {
        Run run = harm.none(bytes(intent), List.of("validate", "-", "--format", "json"));
        return new JsonMapper()
                .readTree(run.out())
                .path("diagnostics")
                .valueStream()
                .map(found -> found.path("path").asString())
                .toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<Mesh> compile(String text) {
        ByteArrayInputStream input = new ByteArrayInputStream(bytes(text));
        try {
            return new MeshCompiler(new CompileRequest(List.of("-"), input, Severity.ERROR))
                    .validate()
                    .outcome()
                    .map(meshes -> meshes.get(0));
        } catch (InputException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A value that is rendered, and where. */
    private record Leaf(String place, @Nullable Object value) {
        String marked(List<Pattern> values) {
            String shown = value instanceof String text ? HostileValueTest.marked(text, values) : value + " is no text";
            return HostileValueTest.marked(place, values) + " = " + shown;
        }
    }

    private static List<Leaf> leaves(Mesh mesh) {
        List<Leaf> leaves = new ArrayList<>();
        Lowering.of(mesh)
                .forEach(manifest -> add(leaves, manifest.fullPath(), Yaml.tree(PRINTER.print(manifest.resource()))));
        return leaves;
    }

    private static void add(List<Leaf> leaves, String path, Tree document) {
        document.leaves().forEach((pointer, leaf) -> {
            String place = path + " " + pointer.replaceAll("/[0-9]+(?=/|$)", "/*");
            boolean embedded = pointer.endsWith("/patch") || pointer.startsWith("/data/");
            if (embedded) {
                Yaml.trees(leaf.toString()).forEach(inner -> add(leaves, place, inner));
            } else {
                leaves.add(new Leaf(place, leaf));
            }
        });
    }

    /** Leaves with a mark in place of some texts, in an order that does not depend on them. */
    private static List<String> shape(List<Leaf> leaves, String... texts) {
        List<Pattern> values = patterns(texts);
        return leaves.stream().map(leaf -> leaf.marked(values)).sorted().toList();
    }

    private static List<Pattern> patterns(String... values) {
        return Stream.of(values).distinct().map(HostileValueTest::pattern).toList();
    }

    /** A word anywhere, since names are made of others; anything else only where it stands alone, or begins a path. */
    private static Pattern pattern(String value) {
        String quoted = Pattern.quote(value);
        boolean word = value.matches("[A-Za-z0-9/.-]+");
        return Pattern.compile(word ? "(?<![A-Za-z0-9])" + quoted + "(?![A-Za-z0-9])" : "^" + quoted + "(?=$|/)");
    }

    private static String marked(String text, List<Pattern> values) {
        String marked = text;
        for (Pattern value : values) {
            marked = value.matcher(marked).replaceAll(MARK);
        }
        return marked;
    }
}
