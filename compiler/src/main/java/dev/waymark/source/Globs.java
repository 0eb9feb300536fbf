package dev.waymark.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;

/**
 * Files by a pattern: {@code *} and {@code ?} within a folder, {@code **} over folders, {@code [...]} and {@code {a,b}}.
 * What is hidden is left out.
 */
final class Globs {
    private static final String WILD = "*?[{";

    private Globs() {}

    /** All matching files, sorted; a pattern without a wildcard names one. */
    static List<Path> matching(Path base, String pattern) throws IOException {
        int wild = firstWild(pattern);
        if (wild == pattern.length()) {
            Path file = base.resolve(pattern).normalize();
            return Files.isRegularFile(file) ? List.of(file) : List.of();
        }
        int slash = pattern.lastIndexOf('/', wild) + 1;
        Path folder = base.resolve(pattern.substring(0, slash)).normalize();
        if (!Files.isDirectory(at(folder))) {
            return List.of();
        }
        PathMatcher matcher = folder.getFileSystem().getPathMatcher("glob:" + pattern.substring(slash));
        return YamlFiles.below(at(folder), "").stream()
                .map(file -> at(folder).relativize(file))
                .filter(file -> matcher.matches(file) || matchesAtTop(matcher, pattern.substring(slash), file))
                .map(folder::resolve)
                .toList();
    }

    /** The working folder has an empty path, which cannot be walked. */
    private static Path at(Path folder) {
        return folder.toString().isEmpty() ? Path.of(".") : folder;
    }

    /** {@code **} stands for no folder too. */
    private static boolean matchesAtTop(PathMatcher matcher, String pattern, Path file) {
        return pattern.startsWith("**/") && matcher.matches(Path.of("x").resolve(file));
    }

    private static int firstWild(String pattern) {
        return (int) pattern.chars().takeWhile(sign -> WILD.indexOf(sign) < 0).count();
    }
}
