package dev.waymark.render;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.waymark.kube.Kind;
import dev.waymark.kube.Marks;
import dev.waymark.kube.ObjectRef;
import dev.waymark.kube.Ordered;
import dev.waymark.kube.PatchComponent;
import dev.waymark.kube.Resource.Embedded;
import dev.waymark.kube.Resource.Literal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationTest {
    private static final Map<String, Object> EXPECTED = Ordered.tree(
            "kind",
            "Component",
            "labels",
            Ordered.tree("a", "1", "b", "two"),
            "port",
            15008,
            "list",
            List.of("x", "y"),
            "nested",
            List.of(Ordered.tree("name", "n")),
            "empty",
            List.of(),
            "third",
            new Literal("0.3"),
            "sure",
            new Literal("true"),
            "nothing",
            new Literal("null"),
            "patch",
            new Embedded(Ordered.tree("kind", "Service", "name", "true")));

    private static final String TEXT = """
            kind: Component
            labels:
              a: "1"
              b: two
            port: 15008
            list:
            - x
            - y
            nested:
            - name: n
            empty: []
            third: 0.3
            sure: true
            nothing: null
            patch: |-
              kind: Service
              name: "true"
            """;

    private static void verify(String text) {
        Verification.verify(text, EXPECTED);
    }

    private static void assertRefused(String text) {
        assertThatThrownBy(() -> verify(text))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("what was rendered ");
    }

    @Test
    void whatSaysTheSamePasses() {
        assertThatCode(() -> verify(TEXT)).doesNotThrowAnyException();
        assertThatCode(() -> verify("# 😀\n" + TEXT.replace("two", "'two'").replace("- x\n- y", "  [x, \"y\"]")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # part of the text  | what stands there instead
            kind: Component     | kind: Gateway
            kind: Component     | Kind: Component
            kind: Component     | kind:
            b: two              | c: two
            b: two              | b: twofold
            b: two              | b: [two]
            b: two              | b: {two: two}
            a: "1"              | a: 1
            a: "1"              | "1": a
            port: 15008         | port: "15008"
            port: 15008         | port: 15,008
            port: 15008         | port: 15009
            port: 15008         | port: 15008.0
            port: 15008         | port: 0x3AA0
            - x                 | - z
            - x                 | - {x: x}
            - x                 | - x: x
            name: n             | name: n, more
            empty: []           | empty: {}
            empty: []           | empty: [x]
            empty: []           | empty:
            third: 0.3          | third: "0.3"
            third: 0.3          | third: 0.30
            sure: true          | sure: "true"
            sure: true          | sure: yes
            nothing: null       | nothing:
            nothing: null       | nothing: "null"
            kind: Service       | kind: Services
            kind: Service       | "kind": !t Service
            name: "true"        | name: true
            patch: |-           | patch:
            """)
    void aDifferenceIsAFaultOfOurs(String part, String instead) {
        assertThatCode(() -> verify(TEXT)).doesNotThrowAnyException();
        assertRefused(TEXT.replace(part, instead));
    }

    @Test
    void anotherOrderIsAFaultOfOurs() {
        assertRefused(TEXT.replace("  a: \"1\"\n  b: two\n", "  b: two\n  a: \"1\"\n"));
        assertRefused(TEXT.replace("- x\n- y\n", "- y\n- x\n"));
        assertRefused(TEXT.replace("  kind: Service\n  name: \"true\"\n", "  name: \"true\"\n  kind: Service\n"));
    }

    @Test
    void anItemOrAKeyMoreOrLessIsAFaultOfOurs() {
        assertRefused(TEXT.replace("- y\n", ""));
        assertRefused(TEXT.replace("- y\n", "- y\n- z\n"));
        assertRefused(TEXT.replace("  b: two\n", ""));
        assertRefused(TEXT + "more: 1\n");
        assertRefused(TEXT.replace("  name: \"true\"\n", ""));
        assertRefused(TEXT.replace("  name: \"true\"\n", "  name: \"true\"\n  more: x\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"---\na: 1\n", "---\n- a\n", "---\nword\n"})
    void anotherDocumentIsAFaultOfOurs(String document) {
        assertRefused(TEXT + document);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "# nothing\n", "[", "- a\n", "a: &b 1\n", "a: *b\n", "a: !!str 1\n", "a: 1\na: 1\n", "1: 1\n"
            })
    void whatIsNotOnePlainDocumentIsAFaultOfOurs(String text) {
        assertThatThrownBy(() -> Verification.verify(text, Ordered.tree("a", 1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @CsvSource({"<<: b, <<, b", "a: <<, a, <<", "a: \"\\uFFFF\", a, \uFFFF", "a: \"\\uD800\", a, \uD800"})
    void whatCannotBeReadBackIsAFaultOfOurs(String text, String key, String value) {
        assertThatThrownBy(() -> Verification.verify(text, Ordered.tree(key, value)))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1: b", "true: b", "~: b"})
    void aKeyThatIsNoTextIsAFaultOfOurs(String text) {
        String key = text.substring(0, text.indexOf(':'));
        assertThatThrownBy(() -> Verification.verify(text, Ordered.tree(key, "b")))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "yes", "0b1", "1_000", "true ", "1:2"})
    void aTextIsNoLiteral(String text) {
        assertThatThrownBy(() -> new Literal(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPrinterProvesWhatItPrints() {
        PatchComponent patch = new PatchComponent(
                new ObjectRef(Kind.SERVICE, "shop", "web"),
                new Marks(new TreeMap<>(Map.of("istio.io/use-waypoint", "main")), new TreeMap<>()));
        String text = new ManifestPrinter().print(patch);
        assertThatCode(() -> Verification.verify(text, patch.tree())).doesNotThrowAnyException();
        assertThatThrownBy(() ->
                        Verification.verify(text.replace("use-waypoint: main", "use-waypoint: other"), patch.tree()))
                .isInstanceOf(IllegalStateException.class);
    }
}
