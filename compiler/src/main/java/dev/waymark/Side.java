package dev.waymark;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.review.Reviewer.Messages;
import dev.waymark.review.Snapshot;
import dev.waymark.source.InputException;
import dev.waymark.source.PlainFile;
import dev.waymark.source.Source;
import dev.waymark.yaml.YamlDocument;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One side of a comparison, once it is read.
 *
 * @param form what it was read as
 * @param names as they were given
 * @param documents those of intents, for the places of messages
 * @param failed whether something was found that is as bad as the request's {@code failOn}
 * @param snapshot empty if it could not be compiled
 */
record Side(
        Form form,
        List<String> names,
        List<Diagnostic> diagnostics,
        List<YamlDocument> documents,
        boolean failed,
        Optional<Snapshot> snapshot) {
    /** What a side can be. */
    enum Form {
        INTENTS,
        RENDERED,
        FOLDER_OF_MANIFESTS,
        FILE_OF_MANIFESTS
    }

    Side {
        names = Collections.unmodifiableList(new ArrayList<>(names));
        diagnostics = Collections.unmodifiableList(new ArrayList<>(diagnostics));
        documents = Collections.unmodifiableList(new ArrayList<>(documents));
    }

    /** How a rendered directory becomes a snapshot. */
    private interface Rendered {
        Snapshot read(RenderedSide directory) throws InputException;
    }

    /**
     * Reads the side that will be: intents, a rendered directory, which is told by its locks, or other manifests.
     *
     * @param names one; or of intents several, of which those count that exist, or none at all
     * @param request whose inputs do not count
     * @throws InputException if it is missing or cannot be read, or is of two kinds
     */
    static Side readHead(List<String> names, CompileRequest request, SharedTexts shared) throws InputException {
        try {
            return read(names, request, directory -> directory.readHead(shared));
        } finally {
            shared.publishNothing();
        }
    }

    /** Reads the side that was. */
    static Side readBase(List<String> names, CompileRequest request, SharedTexts shared) throws InputException {
        return read(names, request, directory -> directory.readBase(shared));
    }

    private static Side read(List<String> names, CompileRequest request, Rendered rendered) throws InputException {
        if (names.size() == 1) {
            return read(names.get(0), request, rendered);
        }
        List<String> existing = names.stream().filter(request.tree()::exists).toList();
        return existing.isEmpty() ? nothing(names) : compile(existing, request);
    }

    /** What there was before the first intent. */
    private static Side nothing(List<String> names) {
        Snapshot empty = new Snapshot(List.of(), new TreeMap<>());
        return new Side(Form.INTENTS, names, List.of(), List.of(), false, Optional.of(empty));
    }

    private static Side read(String name, CompileRequest request, Rendered rendered) throws InputException {
        RenderedFolders folders = RenderedFolders.of(name, request.tree());
        List<PlainFile> others = folders.others();
        boolean intents = holdsIntents(others);
        if (folders.locks().isEmpty()) {
            return intents ? compile(List.of(name), request) : lint(name, others, request);
        }
        if (intents) {
            throw new InputException(name + " holds both intents and a rendered directory: name one of them");
        }
        DiagnosticLog log = new DiagnosticLog();
        Snapshot snapshot = rendered.read(new RenderedSide(folders, request, log));
        // Where a lock or a manifest cannot be read, what is missing would look as if it were gone.
        return new Side(
                Form.RENDERED,
                List.of(name),
                log.sorted(),
                List.of(),
                log.has(request.failOn()),
                Optional.of(snapshot).filter(found -> !log.hasErrors()));
    }

    private static Side lint(String name, List<PlainFile> files, CompileRequest request) throws InputException {
        DiagnosticLog log = new DiagnosticLog();
        Optional<Snapshot> snapshot = ManifestSide.read(name, files, request, log);
        Form form = request.tree().isFolder(name) ? Form.FOLDER_OF_MANIFESTS : Form.FILE_OF_MANIFESTS;
        return new Side(form, List.of(name), log.sorted(), List.of(), log.has(request.failOn()), snapshot);
    }

    private static boolean holdsIntents(List<PlainFile> files) throws InputException {
        for (PlainFile file : files) {
            byte[] content = file.path().endsWith(".json") ? new byte[0] : file.bytes();
            // What is looked for is ASCII, so that Latin-1 finds it in any text.
            boolean likely = Documents.mayHoldOurs(new String(content, StandardCharsets.ISO_8859_1));
            if (likely && Documents.areOurs(new Source(file.text(content), false, Optional.empty()))) {
                return true;
            }
        }
        return false;
    }

    private static Side compile(List<String> names, CompileRequest request) throws InputException {
        CompileResult<Previews> result = new MeshCompiler(request.inputs(names)).previews();
        return new Side(
                Form.INTENTS,
                names,
                result.diagnostics(),
                result.places().documents(),
                result.failed(),
                result.outcome().map(IntentSide::of));
    }

    /** As a person names it. */
    String name() {
        return String.join(" ", names);
    }

    boolean compiled() {
        return form == Form.INTENTS;
    }

    boolean isFile() {
        return form == Form.FILE_OF_MANIFESTS;
    }

    Messages messages() {
        return new Messages(diagnostics, names);
    }
}
