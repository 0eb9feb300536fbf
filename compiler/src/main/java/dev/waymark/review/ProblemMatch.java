package dev.waymark.review;

import dev.waymark.diagnostic.Diagnostic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds messages of one side again on the other: the same words about the same file, else about any file. */
final class ProblemMatch {
    private ProblemMatch() {}

    /**
     * Sorts messages into those that came, went and stayed.
     *
     * @param oldRoots what the names of the old side's files begin with
     * @param newRoots the same of the new side
     */
    static Problems of(List<Diagnostic> before, List<String> oldRoots, List<Diagnostic> after, List<String> newRoots) {
        List<Diagnostic> old = new ArrayList<>(before);
        List<Diagnostic> now = new ArrayList<>(after);
        List<Diagnostic> unchanged = new ArrayList<>();
        match(
                        old,
                        now,
                        each -> key(each) + "\n" + file(each, oldRoots),
                        each -> key(each) + "\n" + file(each, newRoots))
                .forEach(unchanged::add);
        match(old, now, ProblemMatch::key, ProblemMatch::key).forEach(unchanged::add);
        return new Problems(now, old, unchanged.stream().sorted().toList());
    }

    /** Takes those out of both lists that have the same key, and returns the new ones of them. */
    private static List<Diagnostic> match(
            List<Diagnostic> old,
            List<Diagnostic> now,
            Function<Diagnostic, String> oldKey,
            Function<Diagnostic, String> newKey) {
        Map<String, Deque<Diagnostic>> known = new HashMap<>();
        old.forEach(each -> known.computeIfAbsent(oldKey.apply(each), key -> new ArrayDeque<>())
                .add(each));
        List<Diagnostic> matched = new ArrayList<>();
        List<Diagnostic> rest = new ArrayList<>();
        for (Diagnostic each : now) {
            Deque<Diagnostic> same = known.getOrDefault(newKey.apply(each), new ArrayDeque<>());
            (same.poll() == null ? rest : matched).add(each);
        }
        now.clear();
        now.addAll(rest);
        old.clear();
        known.values().forEach(old::addAll);
        old.sort(null);
        return matched;
    }

    private static String key(Diagnostic diagnostic) {
        return diagnostic.code() + "\n" + diagnostic.severity() + "\n" + diagnostic.message() + "\n"
                + diagnostic.cluster().orElse("");
    }

    private static String file(Diagnostic diagnostic, List<String> roots) {
        String name = diagnostic.span().map(span -> span.file().name()).orElse("");
        return roots.stream()
                .filter(name::startsWith)
                .findFirst()
                .map(root -> name.substring(root.length()))
                .orElse(name);
    }
}
