package dev.waymark.handover;

import dev.waymark.kube.Ordered;
import java.util.List;

/**
 * One way to carry the labels.
 *
 * @param title whose tool it is, and what it goes into
 * @param language of the text: {@code yaml} or {@code sh}
 * @param text to be pasted, with {@code \n} at the end of each line
 * @param notes what to know of it, a sentence or two each: what it does not catch among them
 */
public record Snippet(String title, String language, String text, List<String> notes) {
    public Snippet {
        notes = Ordered.list(notes);
    }
}
