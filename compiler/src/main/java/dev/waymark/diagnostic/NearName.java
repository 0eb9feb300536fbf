package dev.waymark.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant. */
public final class NearName {
    private NearName() {}

    /** The candidate that is nearest to a name, if it is as near as a slip of the finger or two. */
    public static Optional<String> of(String name, Collection<String> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.equalsIgnoreCase(name) && !candidate.equals(name))
                .findFirst()
                .or(() -> nearest(name, candidates));
    }

    private static Optional<String> nearest(String name, Collection<String> candidates) {
        int allowed = Math.max(1, Math.min(3, name.length() / 3));
        return candidates.stream()
                .filter(candidate -> !candidate.equals(name) && distance(name, candidate, allowed) <= allowed)
                .min(Comparator.comparingInt((String candidate) -> distance(name, candidate, allowed))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The way out for an unknown name: the near one if there is one, else {@code otherwise}. */
    public static String help(String name, Collection<String> candidates, String otherwise) {
        return of(name, candidates).map(near -> "did you mean `" + near + "`?").orElse(otherwise);
    }

    /** Edits between two words, a swap of neighbours counting as one (optimal string alignment); capped above {@code limit}. */
    private static int distance(String left, String right, int limit) {
        if (Math.abs(left.length() - right.length()) > limit) {
            return limit + 1;
        }
        int[][] edits = new int[left.length() + 1][right.length() + 1];
        for (int row = 0; row <= left.length(); row++) {
            for (int column = 0; column <= right.length(); column++) {
                edits[row][column] = row == 0 || column == 0 ? row + column : cheapest(edits, left, right, row, column);
            }
        }
        return edits[left.length()][right.length()];
    }

    private static int cheapest(int[][] edits, String left, String right, int row, int column) {
        boolean same = left.charAt(row - 1) == right.charAt(column - 1);
        int best = Math.min(
                edits[row - 1][column - 1] + (same ? 0 : 1),
                1 + Math.min(edits[row - 1][column], edits[row][column - 1]));
        boolean swapped = row > 1
                && column > 1
                && left.charAt(row - 1) == right.charAt(column - 2)
                && left.charAt(row - 2) == right.charAt(column - 1);
        return swapped ? Math.min(best, edits[row - 2][column - 2] + 1) : best;
    }
}
