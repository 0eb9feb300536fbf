package dev.waymark.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which files a tree of Git's has, and the objects that hold them. Links within the tree lead where they point to. */
final class GitFiles {
    private static final String FILE = "100";
    private static final String LINK = "120000";
    /** Links to links are rare, and those in a circle lead nowhere. */
    private static final int LINKS_IN_A_ROW = 10;

    /** Behind every name below a folder. */
    private static final char AFTER_SLASH = '/' + 1;

    private final SortedMap<String, String> objects = new TreeMap<>();
    private final SortedMap<String, String> links = new TreeMap<>();

    private GitFiles() {}

    /** @param tree its name, in hexadecimal */
    static GitFiles of(Git git, String tree) throws InputException {
        GitFiles files = new GitFiles();
        String listing = git.ask("cannot list the files of " + tree, "ls-tree", "-r", "-z", "--full-tree", tree);
        for (String line : listing.split("\0", -1)) {
            int tab = line.indexOf('\t');
            if (tab > 0) {
                files.add(line.substring(0, tab).split(" ", -1), line.substring(tab + 1));
            }
        }
        if (!files.links.isEmpty()) {
            files.follow(git);
        }
        return files;
    }

    /** @param entry mode, type, object */
    private void add(String[] entry, String path) {
        if (entry[0].startsWith(FILE)) {
            objects.put(path, entry[2]);
        } else if (entry[0].equals(LINK)) {
            links.put(path, entry[2]);
        }
    }

    private void follow(Git git) throws InputException {
        SortedMap<String, String> targets = new TreeMap<>();
        try (GitBlobs blobs = new GitBlobs(git)) {
            for (String link : links.keySet()) {
                byte[] target = blobs.content(Objects.requireNonNull(links.get(link)));
                targets.put(link, beside(link, new String(target, StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new InputException("cannot read the links of the revision: " + e.getMessage());
        }
        SortedMap<String, String> added = new TreeMap<>();
        targets.forEach((link, target) ->
                resolved(target, targets, LINKS_IN_A_ROW).ifPresent(found -> alias(link, found, added)));
        added.forEach((path, object) -> objects.putIfAbsent(path, object));
    }

    private static String beside(String link, String target) {
        return GitRevision.normal(link.substring(0, link.lastIndexOf('/') + 1) + target);
    }

    /** The path behind links of which it begins with one; empty where they go on for too long. */
    private static Optional<String> resolved(String path, SortedMap<String, String> targets, int most) {
        String head = path;
        while (!head.isEmpty() && !targets.containsKey(head)) {
            head = head.substring(0, Math.max(0, head.lastIndexOf('/')));
        }
        if (head.isEmpty()) {
            return Optional.of(path);
        }
        return most == 0
                ? Optional.empty()
                : resolved(targets.get(head) + path.substring(head.length()), targets, most - 1);
    }

    /** Only what is no link itself lies behind one: a folder that is linked within itself would have no end. */
    private void alias(String link, String target, SortedMap<String, String> added) {
        String file = objects.get(target);
        if (file != null) {
            added.put(link, file);
        } else if (!target.isEmpty() && !(link + "/").startsWith(target + "/")) {
            below(target).forEach(path -> added.put(link + "/" + path, object(target + "/" + path)));
        }
    }

    boolean has(String path) {
        return objects.containsKey(path);
    }

    String object(String path) {
        return Objects.requireNonNull(objects.get(path), path);
    }

    Set<String> paths() {
        return objects.keySet();
    }

    /** What lies below a folder, relative to it. */
    List<String> below(String folder) {
        if (folder.isEmpty()) {
            return new ArrayList<>(objects.keySet());
        }
        int from = folder.length() + 1;
        return objects.subMap(folder + "/", folder + AFTER_SLASH).keySet().stream()
                .map(path -> path.substring(from))
                .toList();
    }
}
