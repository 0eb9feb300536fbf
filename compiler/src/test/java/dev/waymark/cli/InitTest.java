package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.schema.SchemaCheck;
import dev.waymark.testing.FileTree;
import dev.waymark.testing.Program;
import dev.waymark.testing.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code waymark init}: what it writes is right as it stands and with every comment made use of, and it replaces nothing. */
class InitTest {
    private static final String SCHEMA = "mesh-intent.schema.json";

    /** Fields in a comment; sentences begin with a capital letter. */
    private static final Pattern COMMENTED_OUT = Pattern.compile(" *# (?=[ a-z-]).*");

    private final Path root;

    InitTest(@TempDir Path root) {
        this.root = root;
    }

    private String path(String name) {
        return root.resolve(name).toString();
    }

    private static void assertRefused(Run run, String message) {
        assertThat(run.exitCode()).as(run.transcript()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("waymark: " + message + "\n");
    }

    @Test
    void writesAnIntentAndItsSchema() throws Exception {
        Run run = Run.of("init", path("shop/mesh.yaml"));
        assertThat(run.exitCode()).as(run.transcript()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(FileTree.names(root.resolve("shop"))).containsExactly(SCHEMA, "mesh.yaml");
        assertThat(root.resolve("shop").resolve(SCHEMA)).hasContent(SchemaCheck.text(SCHEMA));
        String intent = Files.readString(root.resolve("shop/mesh.yaml"));
        assertThat(intent).startsWith("# yaml-language-server: $schema=" + SCHEMA + "\n");
        assertThat(intent.lines()).hasSizeBetween(35, 50).allMatch(line -> line.length() <= 120);
        assertThat(Yaml.tree(intent).name()).isEqualTo("shop");
        assertThat(Yaml.tree(intent).at("metadata", "annotations").map())
                .containsEntry("config.kubernetes.io/local-config", "true");
    }

    @Test
    void saysWhatToDoNext() {
        assertThat(Run.of("init", path("mesh.yaml")).out()).isEqualTo("""
                wrote %1$s/mesh.yaml, whose fields %1$s/mesh-intent.schema.json explains to editors; then:
                  waymark validate %1$s/mesh.yaml
                  waymark render %1$s/mesh.yaml -o rendered
                """.formatted(root));
        assertThat(Run.of("init", path("it's mine.yaml")).out())
                .contains("\n  waymark validate '" + root + "/it'\\''s mine.yaml'\n");
        assertThat(Run.of("init", path("quiet.yaml"), "--quiet").transcript()).isEqualTo("--- exit code 0\n");
    }

    @Test
    void withoutANameItIsMeshYamlHere() throws Exception {
        Path folder = Files.createDirectory(root.resolve("Payments & Co."));
        Program.End end = Program.waymark(folder).run("init");
        assertThat(end.exitCode()).as(end.printed()).isZero();
        assertThat(end.printed()).startsWith("wrote mesh.yaml, ");
        assertThat(Yaml.tree(Files.readString(folder.resolve("mesh.yaml"))).name())
                .isEqualTo("payments-co");
        Program.End again = Program.waymark(folder).run("init");
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.printed()).isEqualTo("waymark: mesh.yaml is there already, and nothing is overwritten\n");
    }

    @ParameterizedTest
    @CsvSource({
        "shop, shop",
        "Shop_EU, shop-eu",
        "zürich, zurich",
        "--a..b--, a-b",
        "12, '\"12\"'",
        "1e3, '\"1e3\"'",
        "null, '\"null\"'",
        "on, '\"on\"'",
        "日本, mesh",
        "_, mesh",
        "a2345678901234567890123456789012345678901234567890123456789012-4, a2345678901234567890123456789012345678901234567890123456789012"
    })
    void theUnitIsNamedAfterTheFolder(String folder, String name) throws Exception {
        String file = path(folder + "/mesh.yaml");
        Run.of("init", file);
        assertThat(Files.readString(Path.of(file))).contains("\n  name: " + name + "\n");
        assertThat(Run.of("validate", file).out()).startsWith("no problems: 1 unit");
    }

    @Test
    void theRootHasNoName() {
        assertThat(FirstIntent.in(Path.of("/"))).contains("\n  name: mesh\n");
    }

    static Stream<String> variants() {
        List<String> lines = FirstIntent.in(null).lines().toList();
        List<String> variants = new ArrayList<>(List.of(String.join("\n", lines)));
        List<Integer> block = new ArrayList<>();
        List<Integer> all = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            if (COMMENTED_OUT.matcher(lines.get(index)).matches() && index > 0) {
                block.add(index);
                all.add(index);
            } else if (!block.isEmpty()) {
                variants.add(uncommented(lines, block));
                block.clear();
            }
        }
        variants.add(uncommented(lines, block));
        variants.add(uncommented(lines, all));
        return variants.stream();
    }

    private static String uncommented(List<String> lines, List<Integer> chosen) {
        List<String> text = new ArrayList<>(lines);
        chosen.forEach(index -> text.set(index, lines.get(index).replaceFirst("# ", "")));
        return String.join("\n", text) + "\n";
    }

    @Test
    void thereAreSeveralThingsToUncomment() {
        assertThat(variants()).hasSizeGreaterThan(6).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("variants")
    void itIsValidAsItStandsAndWithWhatIsCommentedOut(String text) {
        Run run = Run.withInput(text, "validate", "-", "--fail-on", "warning");
        assertThat(run.exitCode()).as(run.transcript() + text).isZero();
    }

    @Test
    void replacesNoFile() throws Exception {
        Files.writeString(root.resolve("mesh.yaml"), "mine");
        assertRefused(
                Run.of("init", path("mesh.yaml")), path("mesh.yaml") + " is there already, and nothing is overwritten");
        assertThat(FileTree.of(root)).hasSize(1).containsEntry("mesh.yaml", "mine");
        Files.move(root.resolve("mesh.yaml"), root.resolve(SCHEMA));
        assertRefused(
                Run.of("init", path("mesh.yaml")), path(SCHEMA) + " is there already, and nothing is overwritten");
        assertThat(FileTree.of(root)).hasSize(1).containsEntry(SCHEMA, "mine");
        Files.writeString(root.resolve("mesh.yaml"), "mine");
        assertRefused(
                Run.of("init", path("mesh.yaml")),
                path(SCHEMA) + " and " + path("mesh.yaml") + " are there already, and nothing is overwritten");
    }

    @Test
    void replacesNeitherAFolderNorALink() throws Exception {
        Path folder = Files.createDirectory(root.resolve("folder.yaml"));
        assertRefused(Run.of("init", folder.toString()), folder + " is there already, and nothing is overwritten");
        Files.createSymbolicLink(root.resolve("mesh.yaml"), Path.of("elsewhere.yaml"));
        assertRefused(
                Run.of("init", path("mesh.yaml")), path("mesh.yaml") + " is there already, and nothing is overwritten");
        assertThat(root.resolve("elsewhere.yaml")).doesNotExist();
    }

    @Test
    void aSecondIntentSharesTheSchema() throws Exception {
        Run.of("init", path("mesh.yaml"));
        Files.setLastModifiedTime(root.resolve(SCHEMA), FileTime.fromMillis(0));
        assertThat(Run.of("init", path("more.yaml")).exitCode()).isZero();
        assertThat(Files.getLastModifiedTime(root.resolve(SCHEMA)).toMillis()).isZero();
        assertThat(FileTree.names(root)).containsExactly(SCHEMA, "mesh.yaml", "more.yaml");
    }

    @Test
    void whereOneCannotBeWrittenNoneIs() throws IOException {
        String tooLong = "a".repeat(300) + ".yaml";
        Run run = Run.of("init", path("new/folder/" + tooLong));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("waymark: cannot write ");
        assertThat(FileTree.of(root)).isEmpty();
        Files.writeString(root.resolve("file"), "mine");
        Run below = Run.of("init", path("file/mesh.yaml"));
        assertThat(below.exitCode()).isEqualTo(2);
        assertThat(below.err()).startsWith("waymark: cannot write ");
        assertThat(FileTree.of(root)).hasSize(1).containsEntry("file", "mine");
    }

    @ParameterizedTest
    @CsvSource({
        "a.yaml b.yaml, 'init takes one argument, not 2; see waymark init --help'",
        "-, 'init writes a file, and - is standard input; see waymark init --help'",
        "mesh/, 'init writes a file, and mesh/ is a folder: name mesh/mesh.yaml; see waymark init --help'",
        "mesh, 'init writes a YAML file: name mesh.yaml or mesh/mesh.yaml; see waymark init --help'",
        "'', the argument of init is empty; see waymark init --help",
        "--format json, init has no option `--format`; waymark init --help lists them"
    })
    void aCommandLineThatCannotBeUnderstoodIsMisuse(String arguments, String message) {
        String[] line = ("init " + arguments).split(" ", -1);
        assertRefused(Run.of(line), message);
    }
}
