package dev.waymark.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.CompileRequest;
import dev.waymark.CompileResult;
import dev.waymark.MeshCompiler;
import dev.waymark.RenderOptions;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.lock.Lingering;
import dev.waymark.lock.LockFormat;
import dev.waymark.lower.Compiled.Attempt;
import dev.waymark.output.OutputWriter.Mode;
import dev.waymark.output.WriteResult;
import dev.waymark.testing.FileTree;
import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Does with files, and with all of the compiler, what a history did in memory, and compares. */
final class DiskMirror implements History.Mirror {
    private final Path mesh;
    private final Path out;
    private final Path fresh;
    private SortedMap<String, String> tree = new TreeMap<>();
    private SortedSet<String> units = new TreeSet<>();

    DiskMirror(Path root) {
        this.mesh = root.resolve("mesh");
        this.out = root.resolve("out");
        this.fresh = root.resolve("fresh");
    }

    @Override
    public void follow(Draft draft, boolean settle, Attempt attempt) throws Exception {
        write(draft);
        CompileResult<WriteResult> result = render(out, new RenderOptions(Mode.CAREFUL, settle, gone(draft)));
        assertThat(errors(result)).isEqualTo(attempt.errors());
        SortedMap<String, String> now = FileTree.of(out);
        if (attempt.after().isEmpty()) {
            assertThat(now).as("nothing is written").isEqualTo(tree);
            return;
        }
        assertThat(read(now)).isEqualTo(attempt.after().get());
        assertThat(new MeshCompiler(request()).check(out).outcome().orElseThrow())
                .isEmpty();
        if (settle) {
            checkSettled(now);
        }
        tree = now;
        units = new TreeSet<>(draft.units);
    }

    private void checkSettled(SortedMap<String, String> now) throws Exception {
        WriteResult again =
                render(out, RenderOptions.of(Mode.CAREFUL)).outcome().orElseThrow();
        assertThat(again.written()).isEmpty();
        assertThat(again.removed()).isEmpty();
        render(fresh, RenderOptions.of(Mode.CAREFUL));
        assertThat(now).isEqualTo(FileTree.of(fresh));
        FileTree.delete(fresh);
    }

    /** Units that the last render still had documents of; for others nobody has to say it again. */
    private SortedSet<String> gone(Draft draft) {
        SortedSet<String> gone = new TreeSet<>(units);
        gone.removeAll(draft.units);
        return gone;
    }

    private void write(Draft draft) throws Exception {
        FileTree.delete(mesh);
        Files.createDirectories(mesh);
        for (Map.Entry<String, String> document : draft.documents().entrySet()) {
            Files.writeString(mesh.resolve(document.getKey() + ".yaml"), document.getValue());
        }
    }

    private CompileRequest request() {
        return CompileRequest.of(List.of(mesh.toString()));
    }

    private CompileResult<WriteResult> render(Path directory, RenderOptions options) throws Exception {
        return new MeshCompiler(request()).render(directory, options);
    }

    private static SortedSet<String> errors(CompileResult<?> result) {
        return result.diagnostics().stream()
                .filter(Diagnostic::isError)
                .map(found -> found.code().id())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Snapshot read(SortedMap<String, String> tree) throws Exception {
        SortedMap<String, Tree> documents = new TreeMap<>();
        SortedMap<String, SortedSet<Lingering>> lingering = new TreeMap<>();
        for (Map.Entry<String, String> file : tree.entrySet()) {
            String path = file.getKey();
            if (path.endsWith(".yaml")) {
                documents.put(path, patched(Yaml.tree(file.getValue())));
            } else if (!path.endsWith("/")) {
                byte[] lock = file.getValue().getBytes(StandardCharsets.ISO_8859_1);
                lingering.put(
                        path.substring(0, path.indexOf('/')),
                        LockFormat.read(lock).lingering());
            }
        }
        return new Snapshot(documents, lingering);
    }

    /** A document with the patch that is a text in it as a tree. */
    private static Tree patched(Tree document) {
        Map<String, Object> map = new LinkedHashMap<>(document.map());
        if (map.containsKey("patches")) {
            map.put(
                    "patches",
                    document.trees("patches").stream()
                            .map(DiskMirror::readPatch)
                            .toList());
        }
        return new Tree(map);
    }

    private static Map<String, Object> readPatch(Tree entry) {
        Map<String, Object> map = new LinkedHashMap<>(entry.map());
        map.put("patch", Yaml.tree(entry.text("patch")).map());
        return map;
    }
}
