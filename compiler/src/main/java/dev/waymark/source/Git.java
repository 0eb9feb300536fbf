package dev.waymark.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Asks the git command, which only reads: it takes no locks and fetches nothing.
 *
 * @param folder in which it is run
 */
record Git(Path folder) {
    private static final List<String> OF_HOOKS = List.of("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX");

    private static final Map<String, String> ENVIRONMENT =
            Map.of("GIT_OPTIONAL_LOCKS", "0", "GIT_NO_LAZY_FETCH", "1", "GIT_TERMINAL_PROMPT", "0", "LC_ALL", "C");

    private record Answer(int code, String out, String err) {}

    /**
     * What it prints.
     *
     * @param failure the first half of the sentence that is said if it fails
     */
    String ask(String failure, String... arguments) throws InputException {
        Answer answer = run(arguments);
        if (answer.code() != 0) {
            String why = answer.err().lines().findFirst().orElse("git ended with " + answer.code());
            throw new InputException(failure + ": " + why);
        }
        return answer.out();
    }

    /** The name of an object, in hexadecimal; empty if there is none. */
    Optional<String> find(String revision) {
        return object("rev-parse", "--verify", "--quiet", "--end-of-options", revision);
    }

    /** The commit that two revisions began to differ from; empty if there is none, or no such revision. */
    Optional<String> mergeBase(String one, String other) {
        return object("merge-base", "--end-of-options", one, other);
    }

    private Optional<String> object(String... arguments) {
        try {
            Answer answer = run(arguments);
            String name = answer.out().strip();
            return Optional.of(name).filter(found -> answer.code() == 0 && found.matches("[0-9a-f]{40,64}"));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    Process start(String... arguments) throws IOException {
        return builder(arguments).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "--no-pager"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile());
        if (!folder.toString().isEmpty()) {
            // The repository of a hook that called us need not be the one that the folder lies in.
            builder.environment().keySet().removeAll(OF_HOOKS);
        }
        builder.environment().putAll(ENVIRONMENT);
        return builder;
    }

    private Answer run(String... arguments) throws InputException {
        Process process;
        try {
            process = builder(arguments).start();
        } catch (IOException e) {
            throw new InputException("a revision needs the git command, which cannot be started: " + e.getMessage());
        }
        try {
            process.getOutputStream().close();
            CompletableFuture<byte[]> err = CompletableFuture.supplyAsync(() -> all(process.getErrorStream()));
            String out = new String(all(process.getInputStream()), StandardCharsets.UTF_8);
            return new Answer(process.waitFor(), out, new String(err.join(), StandardCharsets.UTF_8));
        } catch (IOException | UncheckedIOException e) {
            throw new InputException("git broke off: " + e.getMessage());
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new InputException("git was interrupted");
        }
    }

    private static byte[] all(InputStream stream) {
        try {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
