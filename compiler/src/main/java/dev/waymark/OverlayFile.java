package dev.waymark;

import dev.waymark.Documents.DocumentKind;
import dev.waymark.Documents.Found;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.diagnostic.Suppression;
import dev.waymark.intent.Text;
import dev.waymark.source.Input;
import dev.waymark.source.InputException;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourceReader;
import dev.waymark.yaml.YamlDocument;
import java.util.List;

/**
 * A file of overlays, which is read once.
 *
 * @param problems of the file, which each cluster has that it is laid over
 */
record OverlayFile(List<YamlDocument> documents, List<Suppression> suppressions, List<Diagnostic> problems) {
    /** @param path relative to the file of the fleet */
    static OverlayFile read(Text path, SourceFile fleet, SourceReader reader) {
        DiagnosticLog log = new DiagnosticLog();
        Documents documents = new Documents(log);
        try {
            for (Input input : reader.read(List.of(reader.beside(fleet, path.value())))) {
                input.sources().forEach(documents::read);
            }
        } catch (InputException e) {
            log.add(Diagnostic.of(
                            Code.NOT_IN_FLEET,
                            String.valueOf(e.getMessage()),
                            path.value().contains("*")
                                    ? "only `intents` take patterns: name each file, in the order in which they are laid"
                                    : "correct the path: it is relative to the file of the fleet")
                    .at(path.span()));
        }
        if (!log.hasErrors() && documents.all().isEmpty()) {
            log.add(Diagnostic.of(
                            Code.NOT_IN_FLEET,
                            "`" + path + "` holds no overlay",
                            "write a MeshOverlay in it, or remove the path")
                    .at(path.span()));
        }
        documents.of(DocumentKind.INTENT).forEach(found -> log.add(misplaced(found, path)));
        documents.of(DocumentKind.FLEET).forEach(found -> log.add(misplaced(found, path)));
        return new OverlayFile(
                documents.of(DocumentKind.OVERLAY).stream().map(Found::document).toList(),
                documents.suppressions(),
                log.sorted());
    }

    private static Diagnostic misplaced(Found found, Text path) {
        return Diagnostic.of(
                        Code.UNKNOWN_KIND,
                        "this is no overlay",
                        "a file under `overlays` holds documents of `kind: MeshOverlay`")
                .at(found.document().span())
                .and(path.span(), "laid over by this line");
    }
}
