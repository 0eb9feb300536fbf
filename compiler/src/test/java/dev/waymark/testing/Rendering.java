package dev.waymark.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.CompileRequest;
import dev.waymark.CompileResult;
import dev.waymark.MeshCompiler;
import dev.waymark.RenderOptions;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.output.OutputException;
import dev.waymark.output.OutputWriter.Mode;
import dev.waymark.output.WriteResult;
import dev.waymark.source.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a render of an intent left in a directory, and what it said.
 *
 * @param directory missing where nothing was written
 */
public record Rendering(Path directory, List<Diagnostic> diagnostics) {
    /** Renders a file or a folder into a directory that does not exist yet. */
    public static Rendering of(Path input, Path directory) throws InputException, OutputException {
        CompileRequest request = CompileRequest.of(List.of(input.toString()));
        CompileResult<WriteResult> result = new MeshCompiler(request).render(directory, RenderOptions.of(Mode.CAREFUL));
        return new Rendering(directory, result.diagnostics());
    }

    /** Renders a text, which is written into a folder beside the output. */
    public static Rendering of(String intent, Path folder) throws IOException, InputException, OutputException {
        return of(Files.writeString(folder.resolve("mesh.yaml"), intent), folder.resolve("out"));
    }

    /** The texts of all files, by their paths in the directory. */
    public SortedMap<String, String> files() throws IOException {
        assertThat(directory).as(diagnostics.toString()).exists();
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return files;
    }

    /** The text of one file. */
    public String file(String path) throws IOException {
        return Files.readString(directory.resolve(path));
    }

    /** All files but the locks, as trees. */
    public SortedMap<String, Tree> documents() throws IOException {
        SortedMap<String, Tree> documents = new TreeMap<>();
        files().forEach((path, text) -> {
            if (path.endsWith(".yaml")) {
                documents.put(path, Yaml.tree(text));
            }
        });
        return documents;
    }

    /** The documents of one kind. */
    public List<Tree> documents(String kind) throws IOException {
        return documents().values().stream()
                .filter(document -> document.text("kind").equals(kind))
                .toList();
    }

    /** What was said of mistakes, without the places. */
    public List<Code> codes() {
        return diagnostics.stream().map(Diagnostic::code).toList();
    }
}
