package dev.waymark.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A change: what was and what will be, {@code manifests} that exist beside both, options in {@code args.txt}, and what a
 * review says of it in every format.
 */
record ReviewCase(Path folder) {
    static final Path ALL = Path.of("src/test/reviews");

    /** Formats by the files that hold what is expected of them. */
    static final List<List<String>> FORMATS = List.of(
            List.of("json", "review.json"),
            List.of("markdown", "review.md"),
            List.of("html", "review.html"),
            List.of("sarif", "review.sarif"),
            List.of("github", "review.github.txt"),
            List.of("gitlab", "review.gitlab.json"));

    private static final List<String> INPUTS =
            List.of("before", "after", "manifests", "args.txt", "output.txt", "plan.txt");

    static Stream<ReviewCase> all() throws IOException {
        return list(ALL).stream().map(ReviewCase::new);
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lies in the folder and no run uses. */
    List<String> orphans() {
        return list(folder).stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> !INPUTS.contains(name)
                        && FORMATS.stream().noneMatch(format -> format.get(1).equals(name))
                        && !name.contains(".received."))
                .toList();
    }

    Run review(String... options) throws IOException {
        return compare("before", "after", options);
    }

    Run reverse(String... options) throws IOException {
        return compare("after", "before", options);
    }

    Run compare(String before, String after, String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "diff", folder.resolve(before).toString(), folder.resolve(after).toString()));
        Path args = folder.resolve("args.txt");
        if (Files.exists(args)) {
            for (String word : Files.readString(args).strip().split("\\s+", -1)) {
                words.add(word.equals("manifests") ? folder.resolve(word).toString() : word);
            }
        }
        words.addAll(List.of(options));
        Run run = Run.of(words.toArray(String[]::new));
        return new Run(run.exitCode(), here(run.out()), here(run.err()));
    }

    private String here(String text) {
        return text.replace(folder + "/", "");
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
