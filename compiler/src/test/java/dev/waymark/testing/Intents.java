package dev.waymark.testing;

import dev.waymark.CompileRequest;
import dev.waymark.CompileResult;
import dev.waymark.MeshCompiler;
import dev.waymark.mesh.Mesh;
import dev.waymark.source.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Intents that others wrote for their own tests: samples and the corpus, and one with every shape. */
public final class Intents {
    public static final Path SAMPLES = Path.of("../samples");

    /** Every way to say something, in one intent. */
    public static final Path EVERY_SHAPE = Resources.path("every-shape.yaml");

    private static final Path CORPUS = Path.of("src/test/corpus");
    private static final List<String> INPUTS = List.of("mesh.yaml", "mesh", "stdin.yaml");

    private Intents() {}

    /** All that is rendered without a fleet: samples, the cases of the corpus that have no error, and every shape. */
    public static Stream<Path> compiling() {
        Stream<Path> cases = folders(CORPUS).flatMap(Intents::folders).flatMap(Intents::input);
        Stream<Path> found = Stream.concat(folders(SAMPLES), cases).filter(Intents::compiles);
        return Stream.concat(found, Stream.of(EVERY_SHAPE));
    }

    private static Stream<Path> folders(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> input(Path folder) {
        return INPUTS.stream().map(folder::resolve).filter(Files::exists).limit(1);
    }

    private static boolean compiles(Path input) {
        try {
            CompileRequest request = CompileRequest.of(List.of(input.toString()));
            CompileResult<List<Mesh>> result = new MeshCompiler(request).validate();
            return result.outcome()
                    .filter(meshes ->
                            meshes.stream().allMatch(mesh -> mesh.cluster().isEmpty()))
                    .isPresent();
        } catch (InputException e) {
            return false;
        }
    }
}
