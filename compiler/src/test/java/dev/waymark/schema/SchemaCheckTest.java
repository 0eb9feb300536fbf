package dev.waymark.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlReader;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How values that YAML can write in many ways reach the schema. */
class SchemaCheckTest {
    private static final SchemaCheck INTENTS = SchemaCheck.meshIntent();

    private static List<String> check(String number) {
        String text = """
                apiVersion: waymark.dev/v1alpha1
                kind: MeshIntent
                metadata: {name: shop}
                spec:
                  externals:
                  - {name: api, namespace: shop, hosts: [api.example.com], ports: [{number: %s, protocol: TCP}]}
                """.formatted(number);
        YamlDocument document =
                YamlReader.read(new SourceFile("mesh.yaml", text)).documents().get(0);
        return INTENTS.check(document).stream().map(Diagnostic::message).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "8e1", "80.0", "0x50", "0o120", "080", "+80", "65535"})
    void aPortMayBeWrittenInEveryWayThatYamlHas(String number) {
        assertThat(check(number)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 'is 0, less than 1'",
        "-1, 'is -1, less than 1'",
        "65536, 'is 65536, more than 65535'",
        "1e5, 'is 1e5, more than 65535'",
        "1e20, 'is 1e20, more than 65535'",
        "123456789012345678901234567890, 'is 123456789012345678901234567890, more than 65535'",
        "8.5, 'must be a whole number, not a number with a fraction'",
        "80.0000000000000000000000001, 'must be a whole number, not a number with a fraction'",
        "'\"80\"', 'must be a whole number, not text'",
        "true, 'must be a whole number, not true or false'",
        "~, 'is empty, and must be a whole number'",
        "[80], 'must be a whole number, not a list'"
    })
    void whatIsNoPortIsSaid(String number, String problem) {
        assertThat(check(number)).containsExactly("`number` " + problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e99999", "-1e99999", "1e999999999", "1e9999999999", "1e-9999999999", ".inf", "-.Inf", ".nan"})
    void aNumberThatNothingHoldsIsNoFaultOfOurs(String number) {
        assertThat(check(number)).hasSize(1).allMatch(problem -> problem.startsWith("`number` must be a whole number"));
    }
}
