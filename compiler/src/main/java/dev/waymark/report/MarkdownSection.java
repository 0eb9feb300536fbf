package dev.waymark.report;

import dev.waymark.kube.Ordered;
import java.util.List;

/**
 * A part of a page that is cut only between entries.
 *
 * @param noun what an entry is called where some are left out
 * @param skippable whether what follows is worth showing where it has no room
 */
record MarkdownSection(String heading, String noun, boolean skippable, List<Block> blocks) {
    /**
     * Entries that are shown together.
     *
     * @param open what stands before the first one, if there is any
     * @param close what stands behind the last one that is shown
     * @param more how many there are beside those that could have room
     */
    record Block(String open, List<String> entries, String close, int more) {
        Block {
            entries = Ordered.list(entries);
        }

        int size() {
            return entries.size() + more;
        }
    }

    static MarkdownSection of(String heading, String noun, List<Block> blocks) {
        return new MarkdownSection("### " + heading + "\n\n", noun, false, blocks);
    }

    MarkdownSection {
        blocks = Ordered.list(blocks);
    }

    int size() {
        return blocks.stream().mapToInt(Block::size).sum();
    }
}
