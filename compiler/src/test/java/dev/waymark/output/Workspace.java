package dev.waymark.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.CompileRequest;
import dev.waymark.CompileResult;
import dev.waymark.MeshCompiler;
import dev.waymark.RenderOptions;
import dev.waymark.diagnostic.Severity;
import dev.waymark.output.OutputWriter.Mode;
import dev.waymark.source.InputException;
import dev.waymark.testing.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;

/** A folder with intents in {@code mesh} and an output directory, {@code out}, beside it. */
record Workspace(Path root) {
    Path out() {
        return root.resolve("out");
    }

    Path mesh() {
        return root.resolve("mesh");
    }

    /** A file of the output. */
    Path file(String path) {
        return out().resolve(path);
    }

    String read(String path) throws IOException {
        return Files.readString(file(path));
    }

    /** Writes a file into the output as a hand would. */
    void edit(String path, String text) throws IOException {
        Path file = file(path);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    SortedMap<String, String> tree() throws IOException {
        return FileTree.of(out());
    }

    /** Makes these units the only ones. */
    Workspace intents(Unit... units) throws IOException {
        FileTree.delete(mesh());
        Files.createDirectories(mesh());
        for (Unit unit : units) {
            Files.writeString(mesh().resolve(unit.name() + ".yaml"), unit.text());
        }
        return this;
    }

    private MeshCompiler compiler() {
        return new MeshCompiler(CompileRequest.of(List.of(mesh().toString())));
    }

    CompileResult<WriteResult> render(Mode mode) throws InputException, OutputException {
        return render(out(), mode);
    }

    CompileResult<WriteResult> render(Path directory, Mode mode) throws InputException, OutputException {
        return compiler().render(directory, RenderOptions.of(mode));
    }

    /** Renders units, which must succeed. */
    WriteResult render(Unit... units) throws IOException, InputException, OutputException {
        CompileResult<WriteResult> result = intents(units).render(Mode.CAREFUL);
        assertThat(messages(result)).isEmpty();
        return result.outcome().orElseThrow();
    }

    /** What a render writes into a directory that is not there. */
    SortedMap<String, String> fresh(Unit... units) throws IOException, InputException, OutputException {
        Workspace other = new Workspace(Files.createTempDirectory(root, "fresh"));
        other.render(units);
        SortedMap<String, String> tree = other.tree();
        FileTree.delete(other.root);
        return tree;
    }

    /** Renders, which must fail and change nothing, and tells what was found. */
    List<String> refused(Mode mode) throws IOException, InputException, OutputException {
        SortedMap<String, String> before = FileTree.of(root);
        SortedMap<String, String> stamps = FileTree.stamps(root);
        CompileResult<WriteResult> result = render(mode);
        assertThat(result.failed()).isTrue();
        assertThat(result.outcome()).isEmpty();
        assertThat(FileTree.of(root)).isEqualTo(before);
        assertThat(FileTree.stamps(root)).isEqualTo(stamps);
        return messages(result);
    }

    CompileResult<SortedSet<StaleFile>> compare() throws InputException, OutputException {
        return compiler().check(out());
    }

    /** What differs, as {@code reason path}. */
    List<String> check(Unit... units) throws IOException, InputException, OutputException {
        CompileResult<SortedSet<StaleFile>> result = intents(units).compare();
        SortedSet<StaleFile> stale = result.outcome().orElseThrow();
        assertThat(result.failed()).isEqualTo(!stale.isEmpty());
        return stale.stream()
                .map(file -> file.reason().word() + " " + file.path())
                .toList();
    }

    /** What was found, notes aside, as {@code code message}, with paths relative to the output directory. */
    List<String> messages(CompileResult<?> result) {
        String prefix = UnitFolder.slashed(out()) + "/";
        return result.diagnostics().stream()
                .filter(found -> found.severity() != Severity.NOTE)
                .map(found -> found.code().id() + " " + found.message().replace(prefix, ""))
                .toList();
    }

    /** No stage lies beside the output or in it. */
    void assertNoStageIsLeft() throws IOException {
        assertThat(FileTree.names(root)).noneMatch(name -> name.startsWith("."));
        assertThat(tree().keySet()).noneMatch(path -> path.startsWith("."));
    }
}
