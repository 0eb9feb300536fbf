package dev.waymark.overlay;

import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.schema.SchemaCheck;
import dev.waymark.source.SourceFile;
import dev.waymark.testing.Resources;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A folder with an intent, an overlay, and what comes of them: {@code expected.yaml}, or what is wrong. */
record OverlayCase(Path folder) {
    static final String EXPECTED = "expected.yaml";
    static final String MESSAGES = "expected-messages.txt";
    private static final Set<String> FILES = Set.of("mesh.yaml", "overlay.yaml", EXPECTED, MESSAGES);

    static Stream<OverlayCase> all() throws IOException {
        return list(Resources.path("overlay")).stream().map(OverlayCase::new);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    /** What nobody reads. */
    List<Path> orphans() throws IOException {
        return list(folder).stream()
                .filter(file -> !file.toString().endsWith(".received.txt"))
                .filter(file -> !FILES.contains(file.getFileName().toString()))
                .toList();
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    boolean has(String name) {
        return Files.exists(file(name));
    }

    String text(String name) throws IOException {
        return Files.readString(file(name));
    }

    List<YamlDocument> documents(String name) throws IOException {
        return YamlReader.read(new SourceFile(name, text(name))).documents();
    }

    /** What comes out, with what is wrong with the overlays, or else with the merged documents. */
    LaidOut lay() throws IOException {
        List<YamlDocument> overlays = documents("overlay.yaml");
        DiagnosticLog log = new DiagnosticLog();
        overlays.forEach(overlay -> log.addAll(SchemaCheck.meshOverlay().check(overlay)));
        LaidOut out = LaidOut.of(documents("mesh.yaml"), overlays, log);
        out.laid().forEach(document -> log.addAll(SchemaCheck.meshIntent().check(document)));
        return out;
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
