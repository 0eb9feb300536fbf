package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code waymark schema}. */
class SchemaCommandTest {
    @ParameterizedTest
    @CsvSource({
        "schema, intent",
        "schema MeshIntent, intent",
        "schema --format json, intent",
        "schema MeshOverlay, overlay",
        "schema MeshFleet, fleet"
    })
    void printsThePublishedFile(String line, String kind) throws Exception {
        Run run = Run.of(line.split(" ", -1));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(Files.readString(Path.of("../schemas/mesh-" + kind + ".schema.json")));
    }

    @ParameterizedTest
    @CsvSource({
        "MeshIntnet, there is no kind `MeshIntnet`; did you mean `MeshIntent`?",
        "Meshfleet, there is no kind `Meshfleet`; did you mean `MeshFleet`?",
        "Gateway, 'there is no kind `Gateway`; there are MeshIntent, MeshOverlay and MeshFleet; see waymark schema --help'",
        "MeshIntent MeshFleet, 'schema takes one argument, not 2; see waymark schema --help'",
        "--format yaml, '--format takes json, not `yaml`; see waymark schema --help'"
    })
    void otherKindsAreMisuse(String arguments, String message) {
        Run run = Run.of(("schema " + arguments).split(" ", -1));
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("waymark: " + message + "\n");
    }
}
