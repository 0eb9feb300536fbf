package dev.waymark.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder of the corpus: the inputs of one run, and beside them what it must print ({@code output.txt}) and leave
 * behind ({@code expected}).
 *
 * <p>{@code args.txt} holds the command line, by default {@code validate} of the input. {@code before} is the output
 * directory as the run finds it; {@code manifests} is what {@code lint} and {@code --inventory} are for; {@code
 * links.txt} lists links in {@code before}, one {@code path -> target} a line; {@code stdin.yaml} comes through
 * standard input. Where there is a {@code session.txt}, its command lines run instead, in the folder {@code desk}.
 */
record Case(Path folder) {
    private static final List<String> KNOWN = List.of(
            "mesh.yaml",
            "mesh",
            "manifests",
            "stdin.yaml",
            "args.txt",
            "before",
            "links.txt",
            "session.txt",
            "desk",
            "output.txt",
            "expected");
    private static final List<String> TAKERS_OF_WORDS = List.of(
            "--format",
            "--fail-on",
            "--color",
            "--istio-version",
            "--layer",
            "--remove-unit",
            "--namespace",
            "--cluster",
            "explain",
            "handover");

    static Stream<Case> all(Path corpus) throws IOException {
        try (Stream<Path> gates = Files.list(corpus)) {
            return gates.sorted().toList().stream().flatMap(gate -> list(gate).map(Case::new));
        }
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** What lies in the folder and no run uses. */
    List<String> orphans() {
        return list(folder)
                .map(path -> path.getFileName().toString())
                .filter(name -> !KNOWN.contains(name) && !name.contains(".received."))
                .toList();
    }

    /** Runs the case in a copy of its folder and takes the place of the copy out of what was printed. */
    String run(Path copy) throws IOException {
        copy(folder, copy);
        if (Files.exists(file("session.txt"))) {
            Path desk = Files.createDirectories(copy.resolve("desk"));
            return new Session(desk, Files.readAllLines(file("session.txt"))).transcript();
        }
        if (Files.exists(copy.resolve("before"))) {
            Files.move(copy.resolve("before"), copy.resolve("out"));
        }
        if (Files.exists(file("links.txt"))) {
            for (String line : Files.readAllLines(file("links.txt"))) {
                String[] link = line.split(" -> ", 2);
                Files.createSymbolicLink(copy.resolve(link[0]), Path.of(link[1]));
            }
        }
        String input = Files.exists(file("stdin.yaml")) ? Files.readString(file("stdin.yaml")) : "";
        Run run = Run.withInput(input, arguments(copy));
        return run.transcript().replace(copy + "/", "").replace(copy.toString(), ".");
    }

    private String[] arguments(Path copy) throws IOException {
        String input = Files.exists(file("mesh.yaml")) ? "mesh.yaml" : "mesh";
        String line = Files.exists(file("args.txt")) ? Files.readString(file("args.txt")) : "validate " + input;
        String[] words = line.strip().split("\\s+", -1);
        for (int index = 1; index < words.length; index++) {
            boolean word = TAKERS_OF_WORDS.contains(words[index - 1]);
            boolean path = !words[index].startsWith("-") && !word;
            words[index] = path ? copy.resolve(words[index]).toString() : words[index];
        }
        return words;
    }

    /** The texts of all files of a folder, by their paths in it. */
    static SortedMap<String, String> tree(Path folder) throws IOException {
        SortedMap<String, String> tree = new TreeMap<>();
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (!file.toString().contains(".received.")) {
                        tree.put(folder.relativize(file).toString(), Files.readString(file));
                    }
                }
            }
        }
        return tree;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    @Override
    public String toString() {
        return folder.getName(folder.getNameCount() - 2) + "/" + folder.getFileName();
    }
}
