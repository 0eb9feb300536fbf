package dev.waymark.report;

import dev.waymark.review.ManifestChange;
import dev.waymark.review.ManifestChange.FieldChange;
import java.util.ArrayList;
import java.util.List;

/** A file that is not as it was, folded: its fields as lines of a diff. */
final class ManifestMarkdown {
    /** Of the lines of one file; with more of them, others would have no room. */
    private static final int LONGEST = 6_000;

    private ManifestMarkdown() {}

    static String print(ManifestChange manifest) {
        List<String> lines = lines(manifest);
        String fence = Markdown.fence(lines);
        return "<details><summary>" + manifest.change().word() + " " + Markdown.html(manifest.path()) + count(manifest)
                + "</summary>\n\n" + fence + "diff\n" + String.join("\n", lines) + "\n" + fence + "\n\n</details>\n\n";
    }

    private static String count(ManifestChange manifest) {
        int fields = manifest.fields().size();
        return fields == 0 ? "" : ": " + Count.of(fields, "field");
    }

    private static List<String> lines(ManifestChange manifest) {
        List<String> lines = new ArrayList<>();
        int left = LONGEST;
        for (int index = 0; index < manifest.fields().size(); index++) {
            List<String> field = lines(manifest.fields().get(index));
            left -= field.stream().mapToInt(line -> line.length() + 1).sum();
            if (left < 0) {
                lines.add("  and " + Count.of(manifest.fields().size() - index, "more field"));
                return lines;
            }
            lines.addAll(field);
        }
        return lines.isEmpty() ? List.of(whole(manifest)) : lines;
    }

    private static String whole(ManifestChange manifest) {
        return switch (manifest.change()) {
            case ADD -> "+ the whole file";
            case REMOVE -> "- the whole file";
            case CHANGE -> "  no field differs";
        };
    }

    private static List<String> lines(FieldChange field) {
        List<String> lines = new ArrayList<>();
        field.before().ifPresent(value -> lines.add("- " + line(field, value)));
        field.after().ifPresent(value -> lines.add("+ " + line(field, value)));
        return lines;
    }

    private static String line(FieldChange field, String value) {
        return Shortened.of(field.pointer(), Markdown.LONGEST_NAME) + ": " + Shortened.of(value, Markdown.LONGEST_NAME);
    }
}
