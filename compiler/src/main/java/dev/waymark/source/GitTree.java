package dev.waymark.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The file system, and beside it revisions of the Git repository around the working folder. A name that is no path is a
 * revision and a path in it, {@code REV:PATH}, from the root of the repository, or from the working folder where the path
 * begins with {@code ./} or {@code ../}, as Git has it.
 */
public final class GitTree implements FileTree, Closeable {
    private static final FileTree WORK = FileTree.work();

    private final Git git;
    private final Map<String, GitRevision> revisions = new HashMap<>();

    /**
     * A file in a revision.
     *
     * @param path from the root of the repository, without detours
     */
    private record Inside(GitRevision revision, String path) {}

    private GitTree(Git git) {
        this.git = git;
    }

    /**
     * Opens the revisions that some names need.
     *
     * @param folder in the repository; paths that begin with {@code ./} or {@code ../} count from here
     * @throws InputException if there is no such revision or no such path in it, or Git cannot be asked
     */
    public static GitTree of(Path folder, List<String> names) throws InputException {
        GitTree tree = ofRevisions(folder, names);
        for (String name : names) {
            if (!isPath(name)) {
                tree.demand(name);
            }
        }
        return tree;
    }

    /** The same, but that a path need not exist in its revision. */
    public static GitTree ofRevisions(Path folder, List<String> names) throws InputException {
        GitTree tree = new GitTree(new Git(folder));
        for (String name : names) {
            if (!isPath(name)) {
                tree.open(name);
            }
        }
        return tree;
    }

    /**
     * The folder of the repository that a folder lies in, without links.
     *
     * @throws InputException if it lies in none
     */
    public static Path root(Path folder) throws InputException {
        String up = new Git(folder)
                .ask("there is no revision: Git cannot be asked about " + folder, "rev-parse", "--show-cdup")
                .strip();
        return folder.toAbsolutePath().resolve(up).normalize();
    }

    /** What exists by a name is meant by it. */
    private static boolean isPath(String name) {
        try {
            return name.equals(SourceFile.STANDARD_INPUT) || WORK.exists(name);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private void open(String name) throws InputException {
        int colon = GitRevision.colon(name);
        if (colon < 0 && name.contains("..")) {
            throw new InputException(
                    "cannot read " + name
                            + ": it is a range; name one revision with a path in it, as in main:mesh, and a second one behind it");
        }
        if (colon <= 0) {
            throw new InputException("cannot read " + name
                    + ": no such file or folder; a revision of Git is named with a path in it, as in "
                    + (name.isEmpty() || colon == 0 ? "main" : name) + ":mesh");
        }
        String revision = name.substring(0, colon);
        if (!revisions.containsKey(revision)) {
            revisions.put(revision, GitRevision.open(git, revision, name));
        }
    }

    private void demand(String name) throws InputException {
        Inside place = find(name).orElseThrow();
        if (!place.revision().holds(place.path())) {
            throw place.revision().without(place.path(), name);
        }
    }

    private Optional<Inside> find(String name) {
        int colon = GitRevision.colon(name);
        return colon < 0 || (!revisions.isEmpty() && isPath(name))
                ? Optional.empty()
                : Optional.ofNullable(revisions.get(name.substring(0, colon)))
                        .map(revision -> new Inside(revision, revision.path(name.substring(colon + 1))));
    }

    /** The path in the work tree of what a name means in a revision. */
    public Optional<String> inWorkTree(String name) {
        return isPath(name)
                ? Optional.empty()
                : find(name).map(place -> place.revision().workTree(place.path()));
    }

    @Override
    public boolean exists(String name) {
        return find(name).map(place -> place.revision().holds(place.path())).orElseGet(() -> WORK.exists(name));
    }

    @Override
    public boolean isFolder(String name) {
        return find(name).map(place -> place.revision().isFolder(place.path())).orElseGet(() -> WORK.isFolder(name));
    }

    @Override
    public boolean isFile(String name) {
        return find(name).map(place -> place.revision().isFile(place.path())).orElseGet(() -> WORK.isFile(name));
    }

    @Override
    public List<String> below(String folder, Walk walk) throws IOException {
        Optional<Inside> place = find(folder);
        return place.isEmpty()
                ? WORK.below(folder, walk)
                : place.get().revision().below(place.get().path(), walk.depth()).stream()
                        .filter(walk::takes)
                        .filter(path -> walk.closed().stream().noneMatch(path::startsWith))
                        .toList();
    }

    @Override
    public FoundFile file(String name) throws IOException {
        Optional<Inside> place = find(name);
        if (place.isEmpty()) {
            return WORK.file(name);
        }
        GitRevision revision = place.get().revision();
        String path = place.get().path();
        if (!revision.isFile(path)) {
            throw new NoSuchFileException(name);
        }
        String shown = revision.name(path);
        return new FoundFile(shown, shown, folderOf(shown), revision.bytes(path));
    }

    @Override
    public byte[] content(String name) throws IOException {
        return find(name).isEmpty() ? WORK.content(name) : file(name).open().readAllBytes();
    }

    @Override
    public Optional<byte[]> contentOfFile(String name) throws IOException {
        Optional<Inside> place = find(name);
        if (place.isEmpty()) {
            return WORK.contentOfFile(name);
        }
        return isFile(name) ? Optional.of(content(name)) : Optional.empty();
    }

    @Override
    public String in(String folder, String path) {
        boolean root = folder.endsWith(":") || folder.endsWith("/");
        return find(folder).isEmpty() ? WORK.in(folder, path) : folder + (root ? "" : "/") + path;
    }

    @Override
    public String from(String folder, String path) {
        Optional<Inside> place = find(folder);
        if (place.isEmpty() || Path.of(path).isAbsolute()) {
            return WORK.from(folder, path);
        }
        String whole = place.get().path().isEmpty() ? path : place.get().path() + "/" + path;
        return place.get().revision().name(GitRevision.normal(whole));
    }

    @Override
    public String folderOf(String name) {
        if (find(name).isEmpty()) {
            return WORK.folderOf(name);
        }
        int slash = name.lastIndexOf('/');
        return slash < 0 ? name.substring(0, GitRevision.colon(name) + 1) : name.substring(0, slash);
    }

    /** Ends the processes that read from the repository. */
    @Override
    public void close() {
        revisions.values().forEach(GitRevision::close);
    }
}
