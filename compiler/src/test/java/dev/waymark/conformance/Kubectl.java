package dev.waymark.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kubectl of the property {@code waymark.kubectl}. */
final class Kubectl {
    /** The first one, 1.32, whose Kustomize (5.5.0) the rendered components were tried on. */
    private static final int OLDEST = 32;

    private static final String WANTED = "kubectl 1." + OLDEST + " or newer";
    private static final Pattern MINOR = Pattern.compile("\"gitVersion\": *\"v1\\.([0-9]+)");
    private static final int SECONDS = 60;

    private final String program;
    private final Path folder;

    private Kubectl(String program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /**
     * The program, which must be kubectl and new enough.
     *
     * @param folder for what it prints
     */
    static Kubectl in(Path folder) throws IOException, InterruptedException {
        Kubectl kubectl = new Kubectl(Setting.of("waymark.kubectl"), folder);
        Outcome version = kubectl.run("version", "--client", "-o", "json");
        Matcher minor = MINOR.matcher(version.out());
        if (!minor.find() || Integer.parseInt(minor.group(1)) < OLDEST) {
            throw new AssertionError(kubectl.program + " is not " + WANTED + "; it says " + version);
        }
        return kubectl;
    }

    /** Builds a kustomization. */
    Outcome kustomize(Path kustomization) throws IOException, InterruptedException {
        return run("kustomize", kustomization.toString());
    }

    /**
     * Runs commands of a shell that change one object of a cluster, on a file in its place.
     *
     * @param commands each {@code kubectl VERB RESOURCE NAME [--namespace NAMESPACE] …}
     */
    Outcome onFile(Path file, String commands) throws IOException, InterruptedException {
        String script = """
                set -e
                kubectl() {
                    verb=$1
                    shift 3
                    if [ "$1" = --namespace ]; then shift 2; fi
                    command "$KUBECTL" "$verb" --local --filename "$FILE" --output yaml "$@" >"$FILE.new"
                    mv "$FILE.new" "$FILE"
                }
                """ + commands;
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", script);
        shell.environment().put("KUBECTL", program);
        shell.environment().put("FILE", file.toString());
        return Outcome.of(shell, folder, SECONDS, "a POSIX shell is needed");
    }

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(List.of(arguments));
        return Outcome.of(new ProcessBuilder(command), folder, SECONDS, "name " + WANTED + " by -Dkubectl=PATH");
    }
}
