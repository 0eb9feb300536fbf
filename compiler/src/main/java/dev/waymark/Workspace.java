package dev.waymark;

import dev.waymark.Documents.DocumentKind;
import dev.waymark.Documents.Found;
import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.FleetIntent;
import dev.waymark.source.InputException;
import dev.waymark.source.SourceFile;
import dev.waymark.source.SourceReader;
import dev.waymark.yaml.YamlDocument;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the inputs of a request come to: one mesh, or one for each cluster of a fleet.
 *
 * @param documents all that was read
 * @param fleet with which clusters are rendered into folders of their own
 */
record Workspace(List<YamlDocument> documents, Optional<FleetIntent> fleet, List<MeshInput> meshes) {
    static final Workspace EMPTY = new Workspace(List.of(), Optional.empty(), List.of());

    /**
     * Reads the inputs.
     *
     * @param log takes what is wrong; with an error in it, no cluster of a fleet has a mesh
     */
    static Workspace read(CompileRequest request, DiagnosticLog log) throws InputException {
        SourceReader reader = new SourceReader(request.tree(), request.standardInput(), Documents::mayHoldOurs);
        Documents documents = new Documents(log);
        documents.read(reader.read(request.inputs()), request.progress());
        if (!documents.of(DocumentKind.FLEET).isEmpty()) {
            return new FleetReader(request, reader, documents, log).read();
        }
        if (request.cluster().isPresent()) {
            throw new InputException(
                    "there is no cluster " + request.cluster().get() + ": no MeshFleet is among the inputs");
        }
        documents.of(DocumentKind.OVERLAY).forEach(overlay -> log.add(skipped(overlay)));
        return new Workspace(documents.all(), Optional.empty(), mesh(request, documents, log));
    }

    private static List<MeshInput> mesh(CompileRequest request, Documents documents, DiagnosticLog log) {
        List<YamlDocument> intents =
                documents.of(DocumentKind.INTENT).stream().map(Found::document).toList();
        Set<SourceFile> files = intents.stream().map(YamlDocument::file).collect(Collectors.toSet());
        return List.of(new MeshInput(Optional.empty(), intents, files, Optional.empty(), request.existing(), log));
    }

    /** Fails where a command is for one mesh, and there are several. */
    void checkOne(String why) throws InputException {
        if (meshes.size() > 1) {
            throw new InputException(why + "; name it by --cluster: "
                    + meshes.stream().flatMap(mesh -> mesh.cluster().stream()).collect(Collectors.joining(", ")));
        }
    }

    /** An overlay that nobody lays over anything. */
    static Diagnostic skipped(Found overlay) {
        return Diagnostic.of(Code.SKIPPED_OVERLAY).at(overlay.document().span());
    }
}
