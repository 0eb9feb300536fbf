package dev.waymark.conformance;

import dev.waymark.testing.Tree;
import dev.waymark.testing.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An image, unpacked as a container runtime does it. What runs in it sees its files only, read-only, beside a {@code /work}
 * and a {@code /tmp} that can be written, and it is the user that the image names.
 *
 * @param folder for everything
 * @param configuration {@code config} of the image's configuration
 * @param layers archives, lowest first
 */
record ContainerImage(Path folder, Tree configuration, List<Path> layers) {
    private static final int LONGEST_RUN_SECONDS = 60;

    /** Mounts end with the process, since nobody else sees them. */
    private static final String ENTER = """
            set -e
            PATH=$PATH:/usr/sbin:/sbin
            root=$1 work=$2 user=$3
            shift 3
            mount --bind "$root" "$root"
            mount --rbind /proc "$root/proc"
            mount --rbind /dev "$root/dev"
            mount -t tmpfs tmpfs "$root/tmp"
            mount --bind "$work" "$root/work"
            mount -o remount,bind,ro "$root"
            exec env -i "$(command -v chroot)" --userspec="$user" "$root" "$@"
            """;

    /** Unpacks what {@code docker save} and {@code mvn -Pimage package} write. */
    static ContainerImage of(Path archive, Path folder) throws IOException, InterruptedException {
        if (!Files.exists(archive)) {
            throw new AssertionError("there is no " + archive + ": run `mvn -Pimage,conformance -pl compiler verify`");
        }
        ContainerImage image = new ContainerImage(folder, new Tree(new TreeMap<>()), List.of());
        Path unpacked = Files.createDirectories(folder.resolve("archive"));
        image.tar("-x", "-f", archive.toString(), "-C", unpacked.toString());
        Tree manifest =
                Yaml.list(Files.readString(unpacked.resolve("manifest.json"))).get(0);
        Tree configuration = Yaml.tree(Files.readString(unpacked.resolve(manifest.text("Config"))));
        List<Path> layers =
                manifest.texts("Layers").stream().map(unpacked::resolve).toList();
        return new ContainerImage(folder, configuration.at("config"), layers).unpackLayers();
    }

    private ContainerImage unpackLayers() throws IOException, InterruptedException {
        // What a runtime makes where an image lacks it.
        for (String name : List.of("proc", "dev", "work")) {
            Files.createDirectories(root().resolve(name));
        }
        Files.createDirectories(work());
        for (Path layer : layers) {
            tar("-x", "-z", "-p", "-f", layer.toString(), "-C", root().toString());
        }
        return this;
    }

    Path root() {
        return folder.resolve("root");
    }

    /** What is {@code /work} inside. */
    Path work() {
        return folder.resolve("work");
    }

    /** An entry of a layer: its mode as {@code ls} prints it, and its numeric owner and group. */
    record Entry(String mode, String owner) {}

    /** The entries of all layers, by their paths; those of folders end with a slash. */
    Map<String, Entry> entries() throws IOException, InterruptedException {
        Map<String, Entry> entries = new TreeMap<>();
        for (Path layer : layers) {
            tar("-t", "-v", "-z", "--numeric-owner", "-f", layer.toString())
                    .out()
                    .lines()
                    .map(line -> line.split(" +", 6))
                    .forEach(fields -> entries.put(fields[5], new Entry(fields[0], fields[1])));
        }
        return entries;
    }

    private Outcome tar(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tar"));
        command.addAll(List.of(arguments));
        Outcome outcome = Outcome.of(new ProcessBuilder(command), folder, LONGEST_RUN_SECONDS, "tar is needed");
        if (outcome.exit() != 0) {
            throw new AssertionError(command + ": " + outcome.err());
        }
        return outcome;
    }

    /** Gives what lies in {@code /work} to the user that the image names. */
    void handOver() throws IOException, InterruptedException {
        String owner = configuration.text("User");
        ProcessBuilder chown = new ProcessBuilder("chown", "-R", owner, work().toString());
        Outcome outcome = Outcome.of(chown, folder, LONGEST_RUN_SECONDS, "chown is needed");
        if (outcome.exit() != 0) {
            throw new AssertionError("this test must be root: " + outcome.err());
        }
    }

    /** Runs the entry point. */
    Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(configuration.texts("Entrypoint"));
        command.addAll(List.of(arguments));
        return run(command, Map.of());
    }

    /**
     * Runs a command in {@code /work}.
     *
     * @param environment beside that of the image
     */
    Outcome run(List<String> command, Map<String, String> environment) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("unshare", "--mount", "sh", "-c", ENTER, "sh"));
        line.addAll(List.of(root().toString(), work().toString(), configuration.text("User")));
        line.addAll(List.of("/bin/sh", "-c", "export \"$@\"; cd /work && eval exec \"$COMMAND\"", "sh"));
        line.addAll(configuration.texts("Env"));
        environment.forEach((name, value) -> line.add(name + "=" + value));
        line.add("COMMAND=" + quoted(command));
        Outcome outcome = Outcome.of(new ProcessBuilder(line), folder, LONGEST_RUN_SECONDS, "util-linux is needed");
        if (outcome.err().startsWith("unshare: ") || outcome.err().startsWith("mount: ")) {
            throw new AssertionError("this test must be root, and may mount: " + outcome.err());
        }
        return outcome;
    }

    private static String quoted(List<String> command) {
        List<String> words = command.stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .toList();
        return String.join(" ", words);
    }
}
