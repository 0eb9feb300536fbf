package dev.waymark.report;

import dev.waymark.report.MarkdownSection.Block;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of limited length. Sections are given their room in turn: behind one of which something had to be left out,
 * the others are only counted.
 */
final class MarkdownPage {
    /** For what is said of what was left out, however much. */
    private static final int RESERVE = 420;

    private final StringBuilder text = new StringBuilder();
    private final List<String> leftOut = new ArrayList<>();
    private final int room;

    /**
     * An empty page.
     *
     * @param maxChars {@code char}s
     */
    MarkdownPage(int maxChars) {
        this.room = maxChars - RESERVE;
    }

    String print(String head, List<MarkdownSection> sections) {
        text.append(head);
        boolean whole = true;
        for (MarkdownSection section : sections) {
            int shown = whole ? put(section) : 0;
            whole &= shown == section.size() || section.skippable();
            note(section, shown);
        }
        if (!leftOut.isEmpty()) {
            text.append("_Left out for want of room: ")
                    .append(String.join(", ", leftOut))
                    .append("._\n");
        }
        return text.toString().stripTrailing() + "\n";
    }

    /** Returns how many entries are shown. */
    private int put(MarkdownSection section) {
        int all = 0;
        for (Block block : section.blocks()) {
            int shown = put(all == 0 ? section.heading() : "", block);
            all += shown;
            if (shown < block.size()) {
                break;
            }
        }
        return all;
    }

    private int put(String heading, Block block) {
        String before = heading + block.open();
        int end = room - block.close().length();
        int length = text.length() + before.length();
        int shown = 0;
        while (shown < block.entries().size()
                && length + block.entries().get(shown).length() <= end) {
            length += block.entries().get(shown).length();
            shown++;
        }
        if (shown > 0) {
            text.append(before);
            block.entries().subList(0, shown).forEach(text::append);
            text.append(block.close());
        }
        return shown;
    }

    private void note(MarkdownSection section, int shown) {
        int missing = section.size() - shown;
        if (shown > 0 && missing > 0) {
            text.append("_%d of %s are left out for want of room._\n\n"
                    .formatted(missing, Count.of(section.size(), section.noun())));
        } else if (missing > 0) {
            leftOut.add(Count.of(missing, section.noun()));
        }
    }
}
