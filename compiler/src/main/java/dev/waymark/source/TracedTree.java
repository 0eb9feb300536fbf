package dev.waymark.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A tree that remembers what it was asked and what the answer was. Who asks the same again later, and gets the same
 * answers, would read the same. Asked from several threads.
 */
public final class TracedTree implements FileTree {
    private static final String MISSING = "missing";

    private final FileTree tree;
    private final SortedMap<String, String> answers = Collections.synchronizedSortedMap(new TreeMap<>());

    public TracedTree(FileTree tree) {
        this.tree = tree;
    }

    /** Questions and fingerprints of answers so far. */
    public SortedMap<String, String> answers() {
        return new TreeMap<>(answers);
    }

    /** Whether a tree would still answer in the same way; what is no question has no answer. */
    public static boolean isAsBefore(Map<String, String> answers, FileTree tree) {
        try {
            return answers.entrySet().stream()
                    .allMatch(each -> Question.of(each.getKey()).answer(tree).equals(each.getValue()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** What can be asked. */
    private enum Verb {
        EXISTS,
        IS_FOLDER,
        IS_FILE,
        BELOW,
        CONTENT
    }

    /**
     * One question, whose text tells all of it.
     *
     * @param detail of {@link Verb#BELOW}: the depth and the suffixes, parted by commas
     */
    private record Question(Verb verb, String detail, String name) {
        /** @throws IllegalArgumentException if the text is that of no question */
        static Question of(String text) {
            String[] parts = text.split(" ", 3);
            if (parts.length < 3) {
                throw new IllegalArgumentException(text);
            }
            return new Question(Verb.valueOf(parts[0]), parts[1], parts[2]);
        }

        static Question of(Verb verb, String name) {
            return new Question(verb, "", name);
        }

        static Question below(String folder, Walk walk) {
            return new Question(Verb.BELOW, walk.depth() + "," + String.join(",", walk.suffixes()), folder);
        }

        String text() {
            return verb + " " + detail + " " + name;
        }

        String answer(FileTree tree) {
            try {
                return switch (verb) {
                    case EXISTS -> String.valueOf(tree.exists(name));
                    case IS_FOLDER -> String.valueOf(tree.isFolder(name));
                    case IS_FILE -> String.valueOf(tree.isFile(name));
                    case BELOW ->
                        Sha256.of(String.join("\0", tree.below(name, walk())).getBytes(StandardCharsets.UTF_8));
                    case CONTENT -> tree.contentOfFile(name).map(Sha256::of).orElse(MISSING);
                };
            } catch (IOException e) {
                return MISSING;
            }
        }

        private Walk walk() {
            String[] parts = detail.split(",", -1);
            return Walk.of(List.of(parts).subList(1, parts.length).toArray(String[]::new))
                    .depth(Integer.parseInt(parts[0]));
        }
    }

    /** The answer is remembered before it is used: what changes in between is seen as a change. */
    private void remember(Question question) {
        answers.computeIfAbsent(question.text(), text -> question.answer(tree));
    }

    @Override
    public boolean exists(String name) {
        remember(Question.of(Verb.EXISTS, name));
        return tree.exists(name);
    }

    @Override
    public boolean isFolder(String name) {
        remember(Question.of(Verb.IS_FOLDER, name));
        return tree.isFolder(name);
    }

    @Override
    public boolean isFile(String name) {
        remember(Question.of(Verb.IS_FILE, name));
        return tree.isFile(name);
    }

    @Override
    public List<String> below(String folder, Walk walk) throws IOException {
        remember(Question.below(folder, walk));
        return tree.below(folder, walk);
    }

    @Override
    public FoundFile file(String name) throws IOException {
        remember(Question.of(Verb.CONTENT, name));
        return tree.file(name);
    }

    @Override
    public byte[] content(String name) throws IOException {
        remember(Question.of(Verb.CONTENT, name));
        return tree.content(name);
    }

    @Override
    public Optional<byte[]> contentOfFile(String name) throws IOException {
        remember(Question.of(Verb.CONTENT, name));
        return tree.contentOfFile(name);
    }

    @Override
    public String in(String folder, String path) {
        return tree.in(folder, path);
    }

    @Override
    public String from(String folder, String path) {
        return tree.from(folder, path);
    }

    @Override
    public String folderOf(String name) {
        return tree.folderOf(name);
    }
}
