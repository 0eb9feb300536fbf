package dev.waymark.source;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The files of a revision, as Git's object database has them: nothing is checked out. */
final class GitRevision {
    private static final String REMOTE = "origin/";
    private static final String HELP = "it is one branch, tag or commit that git log shows";

    private final String revision;
    private final Surroundings around;
    private final GitFiles files;
    private final GitBlobs blobs;
    private final SortedSet<String> folders = new TreeSet<>();

    /**
     * Where the working folder lies in the repository.
     *
     * @param up the way to the root, such as {@code ../}; empty at the root
     * @param prefix the way back, such as {@code team/}
     */
    record Surroundings(String up, String prefix, boolean shallow) {
        static Surroundings of(Git git, String name) throws InputException {
            String failure =
                    "cannot read " + name + ": there is no such file or folder, and Git cannot look for a revision";
            String up = git.ask(failure, "rev-parse", "--show-cdup").strip();
            String prefix = git.ask(failure, "rev-parse", "--show-prefix").strip();
            String shallow =
                    git.ask(failure, "rev-parse", "--is-shallow-repository").strip();
            return new Surroundings(up.isEmpty() || up.endsWith("/") ? up : up + "/", prefix, shallow.equals("true"));
        }
    }

    private GitRevision(Git git, String revision, Surroundings around, GitFiles files) {
        this.revision = revision;
        this.around = around;
        this.files = files;
        this.blobs = new GitBlobs(git);
        folders.add("");
        files.paths().forEach(path -> {
            for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
                if (!folders.add(path.substring(0, slash))) {
                    return;
                }
            }
        });
    }

    /** @param name for which it is opened, as the user gave it */
    static GitRevision open(Git git, String revision, String name) throws InputException {
        Surroundings around = Surroundings.of(git, name);
        String tree = git.find(revision + "^{tree}").orElseThrow(() -> missing(git, revision, name, around));
        return new GitRevision(git, revision, around, GitFiles.of(git, tree));
    }

    private static InputException missing(Git git, String revision, String name, Surroundings around) {
        String remote = REMOTE + revision;
        if (git.find(remote + "^{tree}").isPresent()) {
            return missing(revision, name, "did you mean `" + remote + name.substring(revision.length()) + "`?");
        }
        return missing(revision, name, around.shallow() ? fetch(revision, name) : HELP);
    }

    private static InputException missing(String revision, String name, String help) {
        return new InputException("cannot read " + name + ": there is no revision " + revision + "; " + help);
    }

    private static String fetch(String revision, String name) {
        String branch = revision.startsWith(REMOTE) ? revision.substring(REMOTE.length()) : revision;
        if (!branch.matches("[A-Za-z0-9._/-]+") || branch.equals("HEAD")) {
            return "this clone is shallow; fetch what it lacks: git fetch --unshallow";
        }
        return "this clone is shallow; fetch it: git fetch --depth 1 origin " + branch + ":refs/remotes/origin/"
                + branch + ", and name " + REMOTE + branch + name.substring(revision.length());
    }

    /** Why a path cannot be read. */
    InputException without(String path, String name) {
        String near = normal(around.prefix() + path);
        String help = !near.equals(path) && holds(near)
                ? "; paths in a revision count from the root of the repository: did you mean `" + name(near) + "`?"
                : "";
        return new InputException("cannot read " + name + ": the revision " + revision + " has no such path" + help);
    }

    /** Where the path begins; -1 if there is none. Dates in braces have colons too. */
    static int colon(String name) {
        int depth = 0;
        for (int index = 0; index < name.length(); index++) {
            char sign = name.charAt(index);
            depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
            if (sign == ':' && depth <= 0) {
                return index;
            }
        }
        return -1;
    }

    /** Without {@code .}, {@code ..} and empty parts; what leads out of the root begins with {@code ..}. */
    static String normal(String path) {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    /** The path from the root of what stands behind the colon. */
    String path(String stated) {
        List<String> parts = Arrays.asList(stated.split("/", 2));
        boolean fromHere = parts.get(0).equals(".") || parts.get(0).equals("..");
        return normal(fromHere ? around.prefix() + stated : stated);
    }

    String name(String path) {
        return revision + ":" + path;
    }

    /** The same path in the work tree, from the working folder. */
    String workTree(String path) {
        String way = normal(path);
        String prefix = around.prefix();
        boolean below = !prefix.isEmpty() && (way + "/").startsWith(prefix);
        String name = below ? (way + "/").substring(prefix.length()) : around.up() + way;
        return name.isEmpty()
                ? "."
                : name.endsWith("/") && name.length() > 1 ? name.substring(0, name.length() - 1) : name;
    }

    boolean isFolder(String path) {
        return folders.contains(path);
    }

    boolean isFile(String path) {
        return files.has(path);
    }

    boolean holds(String path) {
        return isFolder(path) || isFile(path);
    }

    /** The files below a folder, relative to it, without what is hidden; at most so many folders deep. */
    List<String> below(String folder, int depth) {
        return files.below(folder).stream()
                .filter(path -> !path.startsWith(".") && !path.contains("/."))
                .filter(path -> path.chars().filter(sign -> sign == '/').count() < depth)
                .toList();
    }

    Bytes bytes(String path) {
        return blobs.bytes(files.object(path));
    }

    void close() {
        blobs.close();
    }
}
