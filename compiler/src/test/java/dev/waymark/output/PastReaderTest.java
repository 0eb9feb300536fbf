package dev.waymark.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.CompileRequest;
import dev.waymark.MeshCompiler;
import dev.waymark.RenderOptions;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.kube.AllowedRoutes;
import dev.waymark.kube.LabelSelector;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.lock.Past;
import dev.waymark.lock.PastUnit;
import dev.waymark.lower.LoweredUnit;
import dev.waymark.lower.LoweredUnit.ComponentFolder;
import dev.waymark.lower.Lowering;
import dev.waymark.mesh.Mesh;
import dev.waymark.mesh.Mesh.Unit;
import dev.waymark.output.OutputWriter.Mode;
import dev.waymark.testing.FileTree;
import dev.waymark.testing.Intents;
import dev.waymark.testing.Resources;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a later render learns from the files that an earlier one left. */
class PastReaderTest {
    private static final Path EVERY_DELIVERY = Resources.path("every-delivery.yaml");
    private static final ObjectName EGRESS = new ObjectName("shop", "egress");
    private static final String GATEWAY = "shop/gateways/shop/gateway_egress.yaml";

    private final Path out;

    PastReaderTest(@TempDir Path root) {
        this.out = root.resolve("out");
    }

    static Stream<Path> intents() {
        return Stream.concat(Intents.compiling(), Stream.of(EVERY_DELIVERY));
    }

    @ParameterizedTest
    @MethodSource("intents")
    void isWhatWasRendered(Path intent) throws Exception {
        Mesh mesh = render(intent);
        Past past = past(mesh);
        List<LoweredUnit> rendered = Lowering.of(mesh).units();
        assertThat(past.units()).hasSameSizeAs(rendered);
        for (LoweredUnit unit : rendered) {
            PastUnit read = past.unit(unit.name());
            assertThat(read.lock().lingering()).isEqualTo(unit.lingering());
            assertThat(read.waypoints()).hasSameSizeAs(unit.waypoints());
            assertThat(read.admissions()).hasSameSizeAs(unit.waypoints());
            unit.waypoints()
                    .forEach(each -> assertThat(read.admissions())
                            .containsEntry(each.waypoint().name(), each.admits()));
            assertThat(read.namespaces())
                    .isEqualTo(unit.namespaces().stream()
                            .map(each -> each.document().name())
                            .collect(Collectors.toSet()));
            assertThat(read.partials())
                    .containsExactlyInAnyOrderElementsOf(unit.partials().stream()
                            .map(each -> each.document().object())
                            .toList());
            assertThat(read.components())
                    .containsExactlyInAnyOrderElementsOf(unit.components().stream()
                            .map(ComponentFolder::path)
                            .toList());
        }
    }

    /** So that the test above has something to read. */
    @Test
    void isOfEveryKind() throws Exception {
        PastUnit past = past(render(EVERY_DELIVERY)).unit("shop");
        assertThat(past.admissions().values().stream().map(AllowedRoutes::from)).contains("Same", "All", "Selector");
        assertThat(past.admissions().values().stream()
                        .flatMap(routes -> routes.selector().stream())
                        .flatMap(selector -> selector.matchExpressions().stream())
                        .map(LabelSelector.Requirement::operator))
                .contains("In", "NotIn", "Exists", "DoesNotExist");
        assertThat(past.namespaces()).containsExactly("ours");
        assertThat(past.partials().stream().map(ObjectRef::toString))
                .containsExactly(
                        "namespace applied",
                        "service applied/web",
                        "serviceentry applied/api",
                        "workloadentry applied/vm");
        assertThat(past.components())
                .contains("components/patched/namespace_patched", "components/patched/deployment_web.v2")
                .contains("components/later/service_web");
    }

    static Stream<byte[]> rubbish() {
        return Stream.of(
                        "",
                        "\n",
                        "# nothing",
                        "text",
                        "5",
                        "[]",
                        "- 1\n- {}",
                        "{}",
                        "a: [",
                        "\t",
                        "a: b: c",
                        "&a [*a]",
                        "a: 1\na: 2",
                        "? [a]\n: b",
                        "\0",
                        "[".repeat(200),
                        "kind: Gateway",
                        "metadata: 5\nspec: 5\nkind: 5",
                        "kind: [Gateway]\nmetadata: {name: {}, namespace: []}",
                        "kind: Service\nmetadata: {name: a}\n---\nkind: Service",
                        "metadata: {name: egress, namespace: shop}\nspec: {listeners: {}}",
                        "metadata: {name: egress, namespace: shop}\nspec: {listeners: [5]}",
                        "metadata: {name: egress, namespace: shop}\nspec: {listeners: [{allowedRoutes: []}]}",
                        listener("{from: None}"),
                        listener("{from: Selector}"),
                        listener("{from: Selector, selector: 5}"),
                        listener("{from: Selector, selector: {}}"),
                        listener("{from: Selector, selector: {matchLabels: [a], matchExpressions: {a: b}}}"),
                        listener("{from: Selector, selector: {matchLabels: {a: [b]}, matchExpressions: [5, {}]}}"),
                        listener("{from: Selector, selector: {matchExpressions: [{values: [[], {}]}]}}"))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private static String listener(String namespaces) {
        return "metadata: {name: egress, namespace: shop}\n" + "spec: {listeners: [{allowedRoutes: {namespaces: "
                + namespaces + "}}]}";
    }

    /** Nothing is thrown, the other files are read, and the render that follows says who broke what. */
    @ParameterizedTest
    @MethodSource("rubbish")
    void staysReadableWhateverSomebodyMakesOfAFile(byte[] rubbish) throws Exception {
        Mesh mesh = render(EVERY_DELIVERY);
        PastUnit before = past(mesh).unit("shop");
        SortedSet<ObjectName> others = new TreeSet<>(before.waypoints());
        others.remove(EGRESS);
        for (String path :
                List.of(GATEWAY, "shop/labels/applied/service_web.yaml", "shop/gateways/ours/namespace_ours.yaml")) {
            byte[] rendered = Files.readAllBytes(out.resolve(path));
            Files.write(out.resolve(path), rubbish);
            PastUnit now = past(mesh).unit("shop");
            assertThat(now.waypoints()).isEqualTo(before.waypoints());
            assertThat(now.admissions().keySet()).containsAll(others);
            assertThat(now.namespaces()).isEqualTo(before.namespaces());
            assertThat(now.partials()).isEqualTo(before.partials());
            assertThat(now.components()).isEqualTo(before.components());
            assertThat(compiler(EVERY_DELIVERY)
                            .render(out, RenderOptions.of(Mode.CAREFUL))
                            .diagnostics())
                    .anyMatch(found -> found.code().id().equals("WM4006"));
            Files.write(out.resolve(path), rendered);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC3, 0xFF})
    void staysReadableWithoutUtf8(int bytes) throws Exception {
        staysReadableWhateverSomebodyMakesOfAFile(new byte[] {'a', ':', ' ', (byte) bytes, '\n'});
    }

    /** What an edited Gateway says must not become what is wanted; that it is there counts. */
    @Test
    void isNotWhatSomebodyWroteInto() throws Exception {
        Mesh mesh = render(EVERY_DELIVERY);
        String text = Files.readString(out.resolve(GATEWAY));
        assertThat(past(mesh).admission(EGRESS)).contains(AllowedRoutes.SAME);
        Files.writeString(out.resolve(GATEWAY), text.replace("from: Same", "from: All"));
        assertThat(past(mesh).admission(EGRESS)).isEmpty();
        assertThat(past(mesh).unit("shop").waypoints()).contains(EGRESS);
        Files.writeString(out.resolve(GATEWAY), text.replace("\n", "\r\n"));
        assertThat(past(mesh).admission(EGRESS)).contains(AllowedRoutes.SAME);
    }

    @Test
    void isNothingThatIsGone() throws Exception {
        Mesh mesh = render(EVERY_DELIVERY);
        PastUnit before = past(mesh).unit("shop");
        FileTree.delete(out.resolve("shop/gateways"));
        FileTree.delete(out.resolve("shop/labels/applied"));
        PastUnit now = past(mesh).unit("shop");
        assertThat(now.waypoints()).isEmpty();
        assertThat(now.admissions()).isEmpty();
        assertThat(now.namespaces()).isEmpty();
        assertThat(now.partials()).isEmpty();
        assertThat(now.components()).isEqualTo(before.components());
    }

    /** Only the words of a selector cannot be read back. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bank           | kubernetes.io/metadata.name=bank",
                "bank, post     | kubernetes.io/metadata.name In (bank, post)",
                "shop           | Same",
                "every namespace beside shop | All",
                "team=red beside shop        | ''"
            })
    void isWhatTheLockSaysOfAGatewayThatIsLost(String admitted, String routes) throws Exception {
        Mesh mesh = render(EVERY_DELIVERY);
        String lines = Stream.of(admitted.split(", ", -1))
                .map(words -> "{\"what\": \"admission\", \"subject\": \"shop/egress\", \"detail\": \"" + words + "\"},")
                .collect(Collectors.joining());
        Path lock = out.resolve("shop/waymark.lock");
        Files.writeString(lock, Files.readString(lock).replace("\"lingering\": [", "\"lingering\": [" + lines));
        assertThat(past(mesh).admission(EGRESS)).contains(AllowedRoutes.SAME);
        Files.writeString(out.resolve(GATEWAY), "mine");
        assertThat(past(mesh).admission(EGRESS).map(PastReaderTest::words).orElse(""))
                .isEqualTo(routes);
    }

    private static String words(AllowedRoutes routes) {
        return routes.selector().map(LabelSelector::toString).orElse(routes.from());
    }

    /** File names end after 255 characters, names of objects only after 253. */
    @Test
    void readsNamesThatDoNotFitIntoAFileName(@TempDir Path folder) throws Exception {
        String fits = "a".repeat(250 - "serviceentry_".length() - 1);
        String longest = "b".repeat(253);
        Path intent = Files.writeString(folder.resolve("mesh.yaml"), """
                apiVersion: waymark.dev/v1alpha1
                kind: MeshIntent
                metadata: {name: shop}
                spec:
                  waypoints:
                  - namespace: shop
                    consumers:
                    - {serviceEntry: %s, via: apply}
                    - {serviceEntry: %s, via: apply}
                """.formatted(fits, longest));
        assertThat(past(render(intent)).unit("shop").partials().stream().map(ObjectRef::name))
                .containsExactly(fits, longest);
    }

    @Test
    void isNothingThatNoRenderWrote() throws Exception {
        Mesh mesh = render(EVERY_DELIVERY);
        SortedMap<String, String> tree = FileTree.of(out);
        for (String path : List.of(GATEWAY, "shop/labels/applied/service_web.yaml")) {
            Files.writeString(out.resolve(path.replace(".yaml", "-copy.yaml")), tree.getOrDefault(path, ""));
        }
        Files.createDirectory(out.resolve("shop/components/patched/service_mine"));
        Files.writeString(out.resolve("shop/components/patched/service_mine/kustomization.yaml"), "{}");
        PastUnit now = past(mesh).unit("shop");
        FileTree.delete(out);
        assertThat(now).isEqualTo(past(render(EVERY_DELIVERY)).unit("shop"));
    }

    @Test
    void isNothingWhereNothingWasRendered() throws Exception {
        Mesh mesh = compiler(EVERY_DELIVERY)
                .validate()
                .outcome()
                .map(meshes -> meshes.get(0))
                .orElseThrow();
        assertThat(past(mesh).unit("shop")).isEqualTo(PastUnit.NONE);
        assertThat(past(mesh).admission(EGRESS)).isEmpty();
    }

    private Mesh render(Path intent) throws Exception {
        assertThat(compiler(intent).render(out, RenderOptions.of(Mode.CAREFUL)).outcome())
                .isPresent();
        return compiler(intent).validate().outcome().orElseThrow().get(0);
    }

    private static MeshCompiler compiler(Path intent) {
        return new MeshCompiler(CompileRequest.of(List.of(intent.toString())));
    }

    private Past past(Mesh mesh) throws OutputException {
        UnitNames names = UnitNames.of(mesh.units().stream().map(Unit::name).toList());
        return OutputDirectory.read(out, names, new DiagnosticLog()).past();
    }
}
