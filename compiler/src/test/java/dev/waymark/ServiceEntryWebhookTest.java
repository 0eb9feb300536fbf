package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import dev.waymark.kube.ServiceEntry;
import dev.waymark.lower.Lowering;
import dev.waymark.mesh.Mesh;
import dev.waymark.render.ManifestPrinter;
import dev.waymark.source.InputException;
import dev.waymark.testing.Resources;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * ServiceEntries and what Istio's webhook says of them, as far as an external can express them: what it accepts is
 * rendered, what it refuses is refused with a position, and both in its own words. What the language leaves out, and
 * where one message of ours stands for more than one of Istio's, is listed in {@code serviceentry/deviations.yaml}.
 */
class ServiceEntryWebhookTest {
    private static final String WEBHOOK = "Istio's webhook says: ";
    private static final Tree DEVIATIONS = Yaml.tree(Resources.text("serviceentry/deviations.yaml"));
    private static final JsonMapper MAPPER = new JsonMapper();

    static Stream<ServiceEntryCase> rendered() {
        return expressible()
                .filter(ServiceEntryCase::accepted)
                .filter(each -> leftOut(each).isEmpty());
    }

    static Stream<ServiceEntryCase> leftOut() {
        return expressible().filter(each -> leftOut(each).isPresent());
    }

    static Stream<ServiceEntryCase> refused() {
        return expressible().filter(each -> !each.accepted());
    }

    static Stream<ServiceEntryCase> mended() {
        return ServiceEntryCase.all().map(Mending::mend);
    }

    private static Stream<ServiceEntryCase> expressible() {
        return ServiceEntryCase.all().filter(ServiceEntryCase::isExpressible);
    }

    @Test
    void noCaseIsSkipped() {
        assertThat(ServiceEntryCase.all()).hasSize(312);
        assertThat(expressible()).hasSize(237);
        assertThat(rendered()).hasSize(75);
        assertThat(leftOut()).hasSize(29);
        assertThat(refused()).hasSize(133);
    }

    @Test
    void everyDeviationIsOfOneCase() {
        List<String> names = new ArrayList<>();
        for (String list : List.of("leftOut", "oneMessage")) {
            DEVIATIONS.trees(list).forEach(group -> names.addAll(group.texts("cases")));
        }
        assertThat(names).doesNotHaveDuplicates();
        assertThat(ServiceEntryCase.all().map(ServiceEntryCase::name)).containsAll(names);
    }

    @ParameterizedTest
    @MethodSource("rendered")
    void whatIstioAcceptsIsRendered(ServiceEntryCase each) throws InputException {
        CompileResult<List<Mesh>> result = validate(each);
        assertThat(result.diagnostics()).noneMatch(Diagnostic::isError);
        assertThat(said(result, Severity.WARNING)).isEqualTo(new TreeSet<>(each.warnings()));
        Tree entry = print(result.outcome().map(meshes -> meshes.get(0)).orElseThrow());
        assertThat(sorted(entry.at("spec"))).isEqualTo(sorted(withDefaults(each.spec())));
        assertThat(entry.at("metadata", "labels").map())
                .containsAllEntriesOf(each.labels().map());
    }

    @ParameterizedTest
    @MethodSource("leftOut")
    void whatTheLanguageLeavesOutIsRefused(ServiceEntryCase each) throws InputException {
        Tree group = leftOut(each).orElseThrow();
        assertThat(each.accepted()).isTrue();
        assertThat(group.text("because")).isNotEmpty();
        List<Diagnostic> errors = errors(validate(each));
        assertThat(errors)
                .isNotEmpty()
                .allSatisfy(error ->
                        assertThat(error.code() + " " + error.message()).matches(group.text("refusedAs")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIstioRefusesIsRefused(ServiceEntryCase each) throws InputException {
        CompileResult<List<Mesh>> result = validate(each);
        List<Diagnostic> errors = errors(result);
        assertThat(errors).isNotEmpty().allMatch(error -> error.span().isPresent(), "has a position");
        SortedSet<String> unsaid = unsaid(each, result);
        boolean endsAtTheSchema = errors.stream().anyMatch(error -> error.code() == Code.SCHEMA_VIOLATION);
        if (!endsAtTheSchema) {
            assertThat(unsaid).isEqualTo(expectedUnsaid(each));
        }
    }

    /** With what is refused earlier, and what no external has, taken out of every case. */
    @ParameterizedTest
    @MethodSource("mended")
    void theRulesBehindTheSchemaAgreeInEveryCase(ServiceEntryCase each) throws InputException {
        CompileResult<List<Mesh>> result = validate(each);
        List<Diagnostic> errors = errors(result);
        boolean wildcard = each.hasUnresolvedWildcard();
        assertThat(errors.isEmpty()).isEqualTo(each.accepted() && !wildcard);
        assertThat(errors.stream().anyMatch(error -> error.code() == Code.WILDCARD_HOST))
                .isEqualTo(wildcard);
        assertThat(errors).allMatch(error -> error.code().id().startsWith("WM3"));
        assertThat(unsaid(each, result)).isEqualTo(expectedUnsaid(each));
    }

    /** What the webhook says and we do not; fails where we say what it does not. */
    private static SortedSet<String> unsaid(ServiceEntryCase each, CompileResult<List<Mesh>> result) {
        SortedSet<String> words = new TreeSet<>(each.errors());
        words.addAll(each.warnings());
        assertThat(each.errors()).containsAll(said(result, Severity.ERROR));
        assertThat(each.warnings()).containsAll(said(result, Severity.WARNING));
        words.removeAll(said(result, Severity.ERROR));
        words.removeAll(said(result, Severity.WARNING));
        return words;
    }

    private static SortedSet<String> expectedUnsaid(ServiceEntryCase each) {
        SortedSet<String> words = new TreeSet<>();
        DEVIATIONS.trees("oneMessage").stream()
                .filter(group -> group.texts("cases").contains(each.name()))
                .forEach(group -> words.addAll(group.texts("unsaid")));
        words.retainAll(
                Stream.concat(each.errors().stream(), each.warnings().stream()).toList());
        return words;
    }

    private static Optional<Tree> leftOut(ServiceEntryCase each) {
        return DEVIATIONS.trees("leftOut").stream()
                .filter(group -> group.texts("cases").contains(each.name()))
                .findFirst();
    }

    private static List<Diagnostic> errors(CompileResult<List<Mesh>> result) {
        return result.diagnostics().stream().filter(Diagnostic::isError).toList();
    }

    /** What our messages of a severity say that the webhook says. */
    private static SortedSet<String> said(CompileResult<List<Mesh>> result, Severity severity) {
        SortedSet<String> words = new TreeSet<>();
        for (Diagnostic found : result.diagnostics()) {
            if (found.severity() == severity && found.code() == Code.INVALID_SERVICE_ENTRY) {
                assertThat(found.consequence()).startsWith(WEBHOOK);
                words.add(found.consequence().substring(WEBHOOK.length()));
            }
        }
        return words;
    }

    private static CompileResult<List<Mesh>> validate(ServiceEntryCase each) throws InputException {
        byte[] text = MAPPER.writeValueAsString(each.intent()).getBytes(StandardCharsets.UTF_8);
        CompileRequest request = new CompileRequest(List.of("-"), new ByteArrayInputStream(text), Severity.ERROR);
        return new MeshCompiler(request).validate();
    }

    private static Tree print(Mesh mesh) {
        List<Tree> entries = new ArrayList<>();
        Lowering.of(mesh).forEach(manifest -> {
            if (manifest.resource() instanceof ServiceEntry) {
                entries.add(Yaml.tree(new ManifestPrinter().print(manifest.resource())));
            }
        });
        assertThat(entries).hasSize(1);
        return entries.get(0);
    }

    private static Tree withDefaults(Tree spec) {
        return new Tree(Map.of("location", "MESH_EXTERNAL")).merge(spec);
    }

    /** Fields as text, those that are lists without their order. */
    private static Map<String, Object> sorted(Tree spec) {
        Map<String, Object> fields = new LinkedHashMap<>();
        spec.map().forEach((key, value) -> fields.put(key, value instanceof List<?> ? items(spec, key) : value));
        return fields;
    }

    private static List<String> items(Tree spec, String key) {
        return spec.list(key).stream()
                .map(item -> item instanceof Map
                        ? new Tree(Map.of("item", item)).leaves().toString()
                        : item.toString())
                .sorted()
                .toList();
    }
}
