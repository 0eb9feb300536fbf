package dev.waymark.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.CompileRequest;
import dev.waymark.MeshCompiler;
import dev.waymark.testing.Resources;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of {@code delivery/rules.yaml}, row by row. */
class DeliveryRulesTest {
    private static final Path CORPUS = Path.of("src/test/corpus");

    /** A row of the table. */
    record Row(Tree fields) {
        @Override
        public String toString() {
            return fields.text("rule");
        }
    }

    @TempDir
    private Path folder;

    static Stream<Row> rows() {
        return Yaml.tree(Resources.text("delivery/rules.yaml")).trees("rows").stream()
                .map(Row::new);
    }

    @Test
    void everyRuleHasItsRow() {
        assertThat(rows().map(row -> row.toString().substring(0, 2)).distinct())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 9)
                        .mapToObj(number -> number + ".")
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsRenderedKeepsToIt(Row row) throws Exception {
        Tree fields = row.fields();
        Site site = new Site(fields.text("engine"), folder);
        if (fields.map().containsKey("before")) {
            site.render(fields.text("before"));
        }
        String spec = fields.text("spec");
        List<String> codes = codes(site.intent(spec));
        assertThat(codes).isEqualTo(fields.texts("codes"));
        if (codes.stream().noneMatch(code -> code.startsWith("error"))) {
            site.render(spec);
            check(fields, site);
        }
    }

    private static void check(Tree fields, Site site) {
        Tree has = fields.at("has");
        has.map()
                .keySet()
                .forEach(path -> assertThat(leaves(site, path))
                        .as(path)
                        .containsAllEntriesOf(has.at(path).map()));
        Tree lacks = fields.at("lacks");
        lacks.map()
                .keySet()
                .forEach(path -> assertThat(leaves(site, path).keySet())
                        .as(path)
                        .noneMatch(pointer ->
                                lacks.texts(path).stream().anyMatch(missing -> pointer.startsWith(missing))));
        fields.texts("absent").forEach(path -> assertThat(site.documents()).doesNotContainKey(path));
    }

    private static Map<String, Object> leaves(Site site, String path) {
        assertThat(site.documents()).containsKey(path);
        return site.documents().getOrDefault(path, new Tree(Map.of())).leaves();
    }

    /** What the delivery gate says of an intent of which nothing was rendered before. */
    private List<String> codes(String intent) throws Exception {
        Path mesh = Files.writeString(folder.resolve("checked.yaml"), intent);
        return new MeshCompiler(CompileRequest.of(List.of(mesh.toString())))
                .validate().diagnostics().stream()
                        .map(found ->
                                found.severity().word() + " " + found.code().id())
                        .filter(code -> code.contains("WM4"))
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatShowsItElsewhereIsThere(Row row) throws Exception {
        for (String name : row.fields().texts("corpus")) {
            assertThat(CORPUS.resolve(name)).isDirectory();
        }
        for (String name : row.fields().texts("tests")) {
            assertThat(Class.forName(name)).isNotNull();
        }
    }
}
