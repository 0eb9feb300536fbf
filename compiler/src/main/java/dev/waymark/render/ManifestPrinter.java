package dev.waymark.render;

import dev.waymark.kube.Resource;
import java.nio.charset.StandardCharsets;

/** Prints documents, and proves each of them before it is used. */
public final class ManifestPrinter {
    private final Templates templates = new Templates();

    /**
     * The text of a document, with {@code \n} at the end of each line.
     *
     * @throws IllegalStateException if the text does not say what the record does, which is a fault of ours
     */
    public String print(Resource resource) {
        String text = templates.print((Record) resource);
        Verification.verify(text, resource.tree());
        return text;
    }

    /** The text as a file holds it. */
    public byte[] bytes(Resource resource) {
        return print(resource).getBytes(StandardCharsets.UTF_8);
    }
}
