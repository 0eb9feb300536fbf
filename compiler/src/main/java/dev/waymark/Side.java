package dev.waymark;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.lock.Lock;
import dev.waymark.review.Reviewer.Messages;
import dev.waymark.review.Snapshot;
import dev.waymark.source.FileTree;
import dev.waymark.source.Input;
import dev.waymark.source.InputException;
import dev.waymark.source.Source;
import dev.waymark.source.SourceReader;
import dev.waymark.yaml.YamlDocument;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * One side of a comparison, once it is read.
 *
 * @param name as it was given
 * @param documents those of intents, for the places of messages
 * @param failed whether something was found that is as bad as the request's {@code failOn}
 * @param snapshot empty if it could not be compiled
 */
record Side(
        String name,
        List<Diagnostic> diagnostics,
        List<YamlDocument> documents,
        boolean failed,
        Optional<Snapshot> snapshot) {
    private static final String[] MANIFESTS = {".yaml", ".yml", ".json", Lock.FILE_NAME};

    Side {
        diagnostics = Collections.unmodifiableList(new ArrayList<>(diagnostics));
        documents = Collections.unmodifiableList(new ArrayList<>(documents));
    }

    /**
     * Reads a side: intents, a rendered directory, which is told by its locks, or other manifests.
     *
     * @param request whose inputs do not count
     * @throws InputException if it is missing or cannot be read, or is of two kinds
     */
    static Side read(String name, CompileRequest request) throws InputException {
        RenderedFolders folders = RenderedFolders.of(request.tree().files(name, MANIFESTS));
        boolean rendered = !folders.locks().isEmpty();
        boolean intents = holdsIntents(name, request.tree());
        if (rendered && intents) {
            throw new InputException(name + " holds both intents and a rendered directory: name one of them");
        }
        if (intents) {
            return compile(name, request);
        }
        DiagnosticLog log = new DiagnosticLog();
        Snapshot snapshot = rendered
                ? new RenderedSide(folders, request, log).read()
                : ManifestSide.read(name, List.copyOf(folders.files().values()), request, log);
        return new Side(name, log.sorted(), List.of(), log.has(request.failOn()), Optional.of(snapshot));
    }

    private static boolean holdsIntents(String name, FileTree tree) throws InputException {
        for (Input input :
                new SourceReader(tree, InputStream.nullInputStream(), Documents::mayHoldOurs).read(List.of(name))) {
            for (Source source : input.sources()) {
                if (Documents.areOurs(source)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Side compile(String name, CompileRequest request) throws InputException {
        CompileResult<Previews> result = new MeshCompiler(request.inputs(List.of(name))).previews();
        return new Side(
                name,
                result.diagnostics(),
                result.places().documents(),
                result.failed(),
                result.outcome().map(IntentSide::of));
    }

    Messages messages() {
        return new Messages(diagnostics, name);
    }
}
