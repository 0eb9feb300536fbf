package dev.waymark.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.source.FileTree;
import dev.waymark.source.InputException;
import dev.waymark.testing.Resources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The folders of {@code resources/manifests}: what is read is {@code in}, {@code in.yaml}, or what {@code names.txt}
 * lists; {@code output.txt} has the objects with their places, and what was not read.
 */
class ManifestReaderTest {
    static Stream<Path> cases() throws IOException {
        try (Stream<Path> cases = Files.list(Resources.path("manifests"))) {
            return cases.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void objectsAndTheirPlacesAreFound(Path folder) throws Exception {
        String received = read(folder);
        Path approved = folder.resolve("output.txt");
        Path beside = folder.resolve("output.txt.received.txt");
        if (Files.exists(approved) && Files.readString(approved).equals(received)) {
            Files.deleteIfExists(beside);
        } else {
            Files.writeString(beside, received);
            assertThat(received).isEqualTo(Files.exists(approved) ? Files.readString(approved) : "");
        }
    }

    private static String read(Path folder) throws IOException, InputException {
        List<String> lines = new ArrayList<>();
        List<Diagnostic> diagnostics = ManifestReader.read(
                        FileTree.work(),
                        names(folder),
                        InputStream.nullInputStream(),
                        object -> lines.add(describe(object)))
                .skipped();
        diagnostics.forEach(each -> lines.add(describe(each)));
        return String.join("\n", lines).replace(folder + "/", "") + "\n";
    }

    private static List<String> names(Path folder) throws IOException {
        if (Files.exists(folder.resolve("names.txt"))) {
            return Files.readAllLines(folder.resolve("names.txt")).stream()
                    .map(name -> folder.resolve(name).toString())
                    .toList();
        }
        boolean single = Files.exists(folder.resolve("in.yaml"));
        return List.of(folder.resolve(single ? "in.yaml" : "in").toString());
    }

    private static String describe(ManifestObject object) {
        return object.span() + " document " + object.document() + " " + object.pointer() + "\n    "
                + object.apiVersion() + " " + object.kind() + " " + text(object.root());
    }

    private static String text(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            return "{"
                    + String.join(
                            ", ",
                            mapping.list().stream()
                                    .map(entry -> entry.key().text() + ": " + text(entry.value()))
                                    .toList())
                    + "}";
        }
        if (node instanceof YamlSequence sequence) {
            return sequence.items().stream()
                    .map(ManifestReaderTest::text)
                    .toList()
                    .toString();
        }
        YamlScalar scalar = (YamlScalar) node;
        return scalar.type() == ScalarType.STRING
                ? scalar.text().replace("\n", "\\n")
                : scalar.type() + " " + scalar.text();
    }

    private static String describe(Diagnostic found) {
        return found.severity().word() + "[" + found.code().id() + "] "
                + found.span().orElseThrow() + " " + found.message() + "\n    help: " + found.help();
    }
}
