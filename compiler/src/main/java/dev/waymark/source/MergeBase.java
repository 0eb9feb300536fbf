package dev.waymark.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a branch began: what a change is compared with unless somebody says otherwise. */
public final class MergeBase {
    /** The main line as the remote repository names it, then as most people do. */
    private static final List<String> MAIN_LINES = List.of("origin/HEAD", "main", "origin/main");

    private MergeBase() {}

    /**
     * The commit at which {@code HEAD} left the main line.
     *
     * @param folder in the repository
     * @return its name in hexadecimal
     * @throws InputException if there is none; says what to do
     */
    public static String of(Path folder) throws InputException {
        Git git = new Git(folder);
        String shallow = git.ask(
                        "cannot look for what to compare with: Git cannot be asked about " + folder,
                        "rev-parse",
                        "--is-shallow-repository")
                .strip();
        for (String line : MAIN_LINES) {
            Optional<String> base = git.mergeBase("HEAD", line);
            if (base.isPresent()) {
                return base.get();
            }
        }
        List<String> known =
                MAIN_LINES.stream().filter(line -> git.find(line).isPresent()).toList();
        String why = known.isEmpty()
                ? "none of " + String.join(", ", MAIN_LINES) + " is here"
                : "HEAD has no commit in common with " + String.join(" or ", known)
                        + (shallow.equals("true") ? ", as far as this shallow clone shows: git fetch --unshallow" : "");
        throw new InputException("there is nothing to compare with: " + why);
    }
}
