package dev.waymark.report;

import dev.waymark.review.Wording;
import java.util.stream.Collectors;

/** Pieces of HTML in which no text of a user's is markup. */
final class Html {
    private Html() {}

    /** Text for an element or a quoted attribute, on one line. */
    static String text(String text) {
        return Printable.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** A name, which no browser turns around together with the words beside it. */
    static String name(String name) {
        return "<code><bdi>" + text(name) + "</bdi></code>";
    }

    static String wording(Wording wording) {
        return wording.parts().stream()
                .map(part -> part.name() ? name(part.text()) : text(part.text()))
                .collect(Collectors.joining());
    }
}
