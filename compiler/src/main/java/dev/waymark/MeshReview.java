package dev.waymark;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.kube.Ordered;
import dev.waymark.review.ManifestText;
import dev.waymark.review.Review;
import dev.waymark.review.Reviewer;
import dev.waymark.review.Snapshot;
import dev.waymark.source.InputException;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.Places;
import dev.waymark.yaml.YamlDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Compares two sides: intents, rendered directories or other manifests, each with what exists beside it. */
public final class MeshReview {
    private MeshReview() {}

    /**
     * What is compared.
     *
     * @param base what was: a file, a folder, or {@code REV:PATH} where the request's tree knows revisions; of intents
     *     several such, of which some need not exist, or none at all
     * @param head what will be
     * @param baseExisting the inventory of the old side; that of the request otherwise
     */
    public record Sides(List<String> base, List<String> head, Optional<CompileRequest.Existing> baseExisting) {
        public Sides {
            base = Ordered.list(base);
            head = Ordered.list(head);
        }

        /** One thing and another. */
        public static Sides of(String base, String head) {
            return new Sides(List.of(base), List.of(head), Optional.empty());
        }
    }

    /**
     * Compares them.
     *
     * @param request whose inputs do not count
     * @return the messages about the new side, and whether they are as bad as the request's {@code failOn}
     * @throws InputException if a side is missing or cannot be read
     */
    public static CompileResult<Review> compare(CompileRequest request, Sides sides) throws InputException {
        byte[] standardInput = standardInput(request, sides);
        CompileRequest old = sides.baseExisting().map(request::existing).orElse(request);
        SharedTexts shared = new SharedTexts();
        // The new side comes first: the old one waits for it, even where they cannot be read side by side.
        List<Optional<Side>> read = SideBySide.each(
                List.of(true, false),
                head -> Optional.of(
                        head
                                ? Side.readHead(sides.head(), reading(standardInput, request), shared)
                                : Side.readBase(sides.base(), reading(standardInput, old), shared)));
        Side after = read.get(0).orElseThrow();
        Side before = read.get(1).orElseThrow();
        List<YamlDocument> documents = Stream.concat(before.documents().stream(), after.documents().stream())
                .toList();
        Review review = review(before, after);
        return new CompileResult<>(
                shown(before, after), new Places(documents), isFailed(after, review, request), Optional.of(review));
    }

    /** The messages about the new side, and those that keep the old one from being compiled. */
    private static List<Diagnostic> shown(Side before, Side after) {
        return before.snapshot().isPresent()
                ? after.diagnostics()
                : Stream.concat(
                                after.diagnostics().stream(),
                                before.diagnostics().stream().filter(Diagnostic::isError))
                        .distinct()
                        .sorted()
                        .toList();
    }

    /** Manifests that nobody's intents describe are others' to mend: of them, only what the change brings counts. */
    private static boolean isFailed(Side after, Review review, CompileRequest request) {
        return after.compiled()
                ? after.failed()
                : review.problems().introduced().stream()
                        .anyMatch(found -> found.severity().compareTo(request.failOn()) <= 0);
    }

    private static Review review(Side before, Side after) {
        if (before.snapshot().isEmpty() || after.snapshot().isEmpty()) {
            String broken = after.snapshot().isEmpty() ? after.name() : before.name();
            return Reviewer.unknown(broken, before.messages(), after.messages());
        }
        Snapshot now = after.snapshot().get();
        return new Reviewer(paired(before.snapshot().get(), now, before.isFile() && after.isFile()), now)
                .review(before.messages(), after.messages());
    }

    /** Two files that are compared are one file to the review, whatever their names. */
    private static Snapshot paired(Snapshot before, Snapshot after, boolean files) {
        Map<String, ManifestText> renamed = new TreeMap<>();
        if (files && before.files().size() == 1 && after.files().size() == 1) {
            after.files().keySet().forEach(name -> before.files().values().forEach(text -> renamed.put(name, text)));
            return new Snapshot(before.clusters(), renamed);
        }
        return before;
    }

    /** What both sides read can be read only once. */
    private static byte[] standardInput(CompileRequest request, Sides sides) throws InputException {
        boolean wanted = Stream.concat(Stream.of(request.existing()), sides.baseExisting().stream())
                .anyMatch(existing -> existing.paths().contains(SourceFile.STANDARD_INPUT));
        try {
            return wanted ? request.standardInput().readAllBytes() : new byte[0];
        } catch (IOException e) {
            throw new InputException("cannot read standard input: " + e.getMessage());
        }
    }

    private static CompileRequest reading(byte[] standardInput, CompileRequest request) {
        InputStream again = new ByteArrayInputStream(standardInput);
        return request.standardInput(again);
    }
}
