package dev.waymark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code waymark schema}. */
class SchemaCommandTest {
    @ParameterizedTest
    @ValueSource(strings = {"schema", "schema MeshIntent", "schema --format json"})
    void printsThePublishedFile(String line) throws Exception {
        Run run = Run.of(line.split(" ", -1));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(Files.readString(Path.of("../schemas/mesh-intent.schema.json")));
    }

    @ParameterizedTest
    @CsvSource({
        "MeshOverlay, MeshOverlay has no schema yet; there is MeshIntent so far; see waymark schema --help",
        "MeshFleet, MeshFleet has no schema yet; there is MeshIntent so far; see waymark schema --help",
        "MeshIntnet, there is no kind `MeshIntnet`; did you mean `MeshIntent`?",
        "Gateway, there is no kind `Gateway`; there is MeshIntent; see waymark schema --help",
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
