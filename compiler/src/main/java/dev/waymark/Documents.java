package dev.waymark;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.diagnostic.NearName;
import dev.waymark.diagnostic.Suppression;
import dev.waymark.schema.SchemaCheck;
import dev.waymark.source.Input;
import dev.waymark.source.Source;
import dev.waymark.source.Span;
import dev.waymark.yaml.SuppressionReader;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlReader;
import dev.waymark.yaml.YamlStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the documents that are ours and holds them against their schema. In a folder, documents of other kinds are
 * somebody else's; a file that was named must hold ours. A document that nearly is ours is an error wherever it lies, so
 * that a slip of the finger never drops a team.
 */
final class Documents {
    static final String API_VERSION = "waymark.dev/v1alpha1";
    private static final String GROUP = "waymark.dev/";
    private static final Pattern KIND_OF_OURS = Pattern.compile("kind[\"']?\\s*:\\s*[\"']?Mesh(Intent|Overlay|Fleet)");

    /** The kinds of documents. */
    enum DocumentKind {
        INTENT("MeshIntent"),
        OVERLAY("MeshOverlay"),
        FLEET("MeshFleet");

        private final String word;

        DocumentKind(String word) {
            this.word = word;
        }

        private SchemaCheck schema() {
            return switch (this) {
                case INTENT -> SchemaCheck.meshIntent();
                case OVERLAY -> SchemaCheck.meshOverlay();
                case FLEET -> SchemaCheck.meshFleet();
            };
        }

        private static Optional<DocumentKind> of(String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst();
        }

        private static List<String> words() {
            return Arrays.stream(values()).map(kind -> kind.word).toList();
        }
    }

    /** A document and its kind. */
    record Found(Source source, DocumentKind kind, YamlDocument document) {}

    private final DiagnosticLog log;
    private final List<Found> found = new ArrayList<>();
    private final List<YamlDocument> documents = new ArrayList<>();
    private final List<Suppression> suppressions = new ArrayList<>();
    private final Map<Source, Boolean> read = new HashMap<>();

    /** @param log takes what is wrong with them; only if it has no errors have all of them passed the schema */
    Documents(DiagnosticLog log) {
        this.log = log;
    }

    /** Whether a text found in a folder may hold a document of ours. */
    static boolean mayHoldOurs(String text) {
        return text.contains(GROUP)
                || (text.contains("Mesh") && KIND_OF_OURS.matcher(text).find());
    }

    /** Whether a text holds a document of ours, or one that nearly is. */
    static boolean areOurs(Source source) {
        YamlStream stream = YamlReader.read(source);
        return stream.documents().stream().anyMatch(Documents::isNearlyOurs)
                || (!stream.damage().isEmpty()
                        && KIND_OF_OURS.matcher(source.file().text()).find());
    }

    /** Reads inputs; one in which there is nothing to compile is an error. */
    void read(List<Input> inputs, Progress progress) {
        long all = inputs.stream().mapToLong(input -> input.sources().size()).sum();
        long done = 0;
        for (Input input : inputs) {
            boolean empty = true;
            for (Source source : input.sources()) {
                progress.step("reading files", ++done, all);
                empty &= !read(source);
            }
            if (empty) {
                log.add(nothingIn(input));
            }
        }
    }

    private Diagnostic nothingIn(Input input) {
        Diagnostic nothing = Diagnostic.of(Code.NO_INTENT, input.name());
        boolean overlays = of(DocumentKind.OVERLAY).stream()
                .anyMatch(overlay -> input.sources().contains(overlay.source()));
        return overlays
                ? nothing.help("it holds overlays: name the file of their MeshFleet, which finds them by itself")
                : nothing;
    }

    /** Reads a source once; returns whether it holds anything to compile, or to complain of. */
    boolean read(Source source) {
        return read.computeIfAbsent(source, this::readOnce);
    }

    private boolean readOnce(Source source) {
        SuppressionReader.read(source.file()).forEach(this::suppress);
        YamlStream stream = YamlReader.read(source);
        log.addAll(stream.damage());
        boolean useful = !stream.damage().isEmpty();
        for (YamlDocument document : stream.documents()) {
            Optional<Diagnostic> foreign = foreign(document);
            if (foreign.isEmpty()) {
                useful |= accept(source, document) != DocumentKind.OVERLAY;
            } else if (source.named() || isNearlyOurs(document)) {
                documents.add(document);
                log.add(foreign.get());
                useful = true;
            }
        }
        return useful;
    }

    private void suppress(Suppression suppression) {
        suppressions.add(suppression);
        log.suppress(suppression);
    }

    private DocumentKind accept(Source source, YamlDocument document) {
        DocumentKind kind = kind(document).orElseThrow();
        found.add(new Found(source, kind, document));
        documents.add(document);
        log.addAll(document.problems());
        Set<Span> told = new HashSet<>();
        document.problems().forEach(problem -> problem.span().ifPresent(told::add));
        // What cannot be read as it stands breaks the schema too, at the same place: that is one mistake.
        kind.schema().check(document).stream()
                .filter(violation -> violation.span().stream().noneMatch(span -> startsWith(told, span)))
                .forEach(log::add);
        return kind;
    }

    private static boolean startsWith(Set<Span> told, Span span) {
        return told.stream().anyMatch(other -> other.start() == span.start());
    }

    private static boolean isNearlyOurs(YamlDocument document) {
        return document.root() instanceof YamlMapping root
                && (root.text("apiVersion").orElse("").startsWith(GROUP)
                        || kind(document).isPresent());
    }

    private static Optional<DocumentKind> kind(YamlDocument document) {
        return document.root() instanceof YamlMapping root
                ? DocumentKind.of(root.text("kind").orElse(""))
                : Optional.empty();
    }

    /** Why a document is not ours; empty if it is. */
    private static Optional<Diagnostic> foreign(YamlDocument document) {
        if (!(document.root() instanceof YamlMapping root)) {
            return Optional.of(unknown("this is not a mapping with an apiVersion and a kind", document.span()));
        }
        String apiVersion = root.text("apiVersion").orElse("");
        String kind = root.text("kind").orElse("");
        if (!apiVersion.equals(API_VERSION)) {
            Diagnostic unknown = unknown(stated("apiVersion", apiVersion), place(root, "apiVersion"));
            return Optional.of(unknown.help(ForeignKind.help(kind).orElse(unknown.help())));
        }
        if (DocumentKind.of(kind).isEmpty()) {
            Diagnostic unknown = unknown(stated("kind", kind), place(root, "kind"));
            return Optional.of(unknown.help(NearName.help(kind, DocumentKind.words(), unknown.help())));
        }
        return Optional.empty();
    }

    private static String stated(String field, String value) {
        return value.isEmpty()
                ? "the document has no `" + field + "`"
                : "the " + field + " `" + value + "` is not one that Waymark compiles";
    }

    private static Diagnostic unknown(String message, Span span) {
        return Diagnostic.of(
                        Code.UNKNOWN_KIND,
                        message,
                        "an intent begins with `apiVersion: " + API_VERSION + "` and `kind: MeshIntent`")
                .at(span);
    }

    private static Span place(YamlMapping root, String field) {
        return root.entry(field)
                .map(YamlMapping.Entry::span)
                .orElseGet(() -> root.list().stream()
                        .findFirst()
                        .map(YamlMapping.Entry::span)
                        .orElse(root.span()));
    }

    /** The documents of a kind, in the order in which they were read. */
    List<Found> of(DocumentKind kind) {
        return found.stream().filter(each -> each.kind() == kind).toList();
    }

    /** All documents, those too that are none of ours and were complained of. */
    List<YamlDocument> all() {
        return Collections.unmodifiableList(documents);
    }

    /** What comments in the files that were read allow. */
    List<Suppression> suppressions() {
        return Collections.unmodifiableList(suppressions);
    }
}
