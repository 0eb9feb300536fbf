package dev.waymark.source;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files by a pattern: {@code *} and {@code ?} stand for signs within a name, {@code **} for any number of folders, none
 * too. All other signs stand for themselves. What is hidden is left out.
 */
final class Globs {
    private static final String WILD = "*?";
    private static final Pattern PART = Pattern.compile("\\*\\*/|\\*\\*|\\*|\\?|[^*?]+");

    private Globs() {}

    /** All matching files, sorted; a pattern without a wildcard names one. */
    static List<String> matching(FileTree tree, String base, String pattern) throws IOException {
        int wild =
                (int) pattern.chars().takeWhile(sign -> WILD.indexOf(sign) < 0).count();
        if (wild == pattern.length()) {
            String file = tree.from(base, pattern);
            return tree.isFile(file) ? List.of(file) : List.of();
        }
        int slash = pattern.lastIndexOf('/', wild) + 1;
        String folder = tree.from(base, pattern.substring(0, slash));
        return tree.isFolder(folder) ? below(tree, folder, pattern.substring(slash)) : List.of();
    }

    private static List<String> below(FileTree tree, String folder, String pattern) throws IOException {
        Pattern expression = Pattern.compile(expression(pattern));
        return tree.below(folder, Walk.of("").depth(depth(pattern))).stream()
                .filter(path -> expression.matcher(path).matches())
                .map(path -> tree.in(folder, path))
                .toList();
    }

    /** No folder is looked into that the pattern cannot lead to. */
    private static int depth(String pattern) {
        return pattern.contains("**") ? Integer.MAX_VALUE : pattern.split("/", -1).length;
    }

    private static String expression(String pattern) {
        StringBuilder expression = new StringBuilder();
        Matcher parts = PART.matcher(pattern);
        while (parts.find()) {
            expression.append(
                    switch (parts.group()) {
                        case "**/" -> "(?:.*/)?";
                        case "**" -> ".*";
                        case "*" -> "[^/]*";
                        case "?" -> "[^/]";
                        default -> Pattern.quote(parts.group());
                    });
        }
        return expression.toString();
    }
}
