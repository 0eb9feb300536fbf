package dev.waymark.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    static List<Path> matching(Path base, String pattern) throws IOException {
        int wild =
                (int) pattern.chars().takeWhile(sign -> WILD.indexOf(sign) < 0).count();
        if (wild == pattern.length()) {
            Path file = base.resolve(pattern).normalize();
            return Files.isRegularFile(file) ? List.of(file) : List.of();
        }
        int slash = pattern.lastIndexOf('/', wild) + 1;
        Path folder = base.resolve(pattern.substring(0, slash)).normalize();
        return Files.isDirectory(at(folder)) ? below(folder, pattern.substring(slash)) : List.of();
    }

    private static List<Path> below(Path folder, String pattern) throws IOException {
        Pattern expression = Pattern.compile(expression(pattern));
        Path start = at(folder);
        return YamlFiles.below(start, depth(pattern)).stream()
                .map(start::relativize)
                .filter(file -> expression
                        .matcher(file.toString().replace(file.getFileSystem().getSeparator(), "/"))
                        .matches())
                .map(folder::resolve)
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

    /** The working folder has an empty path, which cannot be walked. */
    private static Path at(Path folder) {
        return folder.toString().isEmpty() ? Path.of(".") : folder;
    }
}
