package dev.waymark;

import dev.waymark.review.Review;
import dev.waymark.review.Reviewer;
import dev.waymark.source.InputException;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.Places;
import dev.waymark.yaml.YamlDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares two sides: intents, rendered directories or other manifests, each with what exists beside it. */
public final class MeshReview {
    private MeshReview() {}

    /**
     * What is compared.
     *
     * @param base what was: a file, a folder, or {@code REV:PATH} where the request's tree knows revisions
     * @param head what will be
     * @param baseExisting the inventory of the old side; that of the request otherwise
     */
    public record Sides(String base, String head, Optional<CompileRequest.Existing> baseExisting) {}

    /** One of both sides, and what exists beside it. */
    private record Part(String name, CompileRequest request) {}

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
        List<Optional<Side>> read = SideBySide.each(
                List.of(
                        new Part(sides.base(), reading(standardInput, old)),
                        new Part(sides.head(), reading(standardInput, request))),
                part -> Optional.of(Side.read(part.name(), part.request())));
        Side before = read.get(0).orElseThrow();
        Side after = read.get(1).orElseThrow();
        List<YamlDocument> documents = Stream.concat(before.documents().stream(), after.documents().stream())
                .toList();
        return new CompileResult<>(
                after.diagnostics(), new Places(documents), after.failed(), Optional.of(review(before, after)));
    }

    private static Review review(Side before, Side after) {
        if (before.snapshot().isEmpty() || after.snapshot().isEmpty()) {
            String broken = after.snapshot().isEmpty() ? after.name() : before.name();
            return Reviewer.unknown(broken, before.messages(), after.messages());
        }
        return new Reviewer(before.snapshot().get(), after.snapshot().get())
                .review(before.messages(), after.messages());
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
