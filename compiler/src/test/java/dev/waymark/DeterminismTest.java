package dev.waymark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.output.OutputWriter.Mode;
import dev.waymark.output.WriteResult;
import dev.waymark.testing.FileTree;
import dev.waymark.testing.Program;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The same intents give the same bytes, in whatever order they are written down and wherever they are rendered. */
class DeterminismTest {
    private static final Path MESH = Path.of("src/test/resources/determinism/mesh.yaml");

    private final Path root;
    private final List<Map<String, Object>> documents = new ArrayList<>();

    DeterminismTest(@TempDir Path root) throws Exception {
        this.root = root;
        Load load = new Load(LoadSettings.builder().build());
        for (Object document : load.loadAllFromString(Files.readString(MESH))) {
            @SuppressWarnings("unchecked") // its keys are texts
            Map<String, Object> mapping = (Map<String, Object>) document;
            documents.add(mapping);
        }
    }

    @Test
    void theOrderOfFilesAndEntriesChangesNothing() throws Exception {
        SortedMap<String, String> expected = expected();
        for (int seed = 0; seed < 20; seed++) {
            List<Path> files = new Shuffler(seed).write(documents, root.resolve("mesh-" + seed));
            Path out = root.resolve("out-" + seed);
            assertThat(render(files, out).written()).hasSizeGreaterThan(20);
            assertThat(FileTree.of(out)).isEqualTo(expected);
            assertThat(render(files, root.resolve("expected")).written()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-Duser.language=tr -Duser.country=TR, LC_ALL=tr_TR.UTF-8",
        "-Duser.language=ar -Duser.country=EG, LC_ALL=ar_EG.UTF-8",
        "-Duser.timezone=Asia/Kathmandu, TZ=Asia/Kathmandu",
        "-Dfile.encoding=ISO-8859-1, LANG=de_DE.ISO-8859-1",
        "-Dfile.encoding=UTF-16, LC_ALL=C",
        "-Dline.separator=_, LC_ALL=POSIX"
    })
    void whereItIsRenderedChangesNothing(String options, String environment) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("render", "-o", "out"));
        new Shuffler(environment.hashCode())
                .write(documents, root.resolve("mesh"))
                .forEach(file -> arguments.add(file.toString()));
        Program.End end = Program.waymark(root)
                .options(options.split(" ", -1))
                .environment(environment)
                .run(arguments.toArray(new String[0]));
        assertThat(end.exitCode()).as(end.printed()).isZero();
        assertThat(FileTree.of(root.resolve("out"))).isEqualTo(expected());
    }

    @Test
    void foreignLettersReachTheOutput() throws Exception {
        byte[] gateway = Files.readAllBytes(write().resolve("shop/gateways/shop/gateway_cart.yaml"));
        assertThat(new String(gateway, StandardCharsets.UTF_8))
                .contains("İstanbul, ısı, Zürich", "العربية", "\\U0001F680 go", "number: \"1e3\"", "word: \"yes\"");
    }

    private SortedMap<String, String> expected() throws Exception {
        return FileTree.of(write());
    }

    /** Renders the documents as they stand in their file. */
    private Path write() throws Exception {
        Path out = root.resolve("expected");
        render(List.of(MESH), out);
        return out;
    }

    private static WriteResult render(List<Path> files, Path out) throws Exception {
        List<String> inputs = files.stream().map(Path::toString).toList();
        return new MeshCompiler(CompileRequest.of(inputs))
                .render(out, RenderOptions.of(Mode.CAREFUL))
                .outcome()
                .orElseThrow();
    }
}
