package dev.waymark;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** The rendered files of the new side: what the old side has in the same bytes need not be parsed twice. */
final class SharedTexts {
    private final CompletableFuture<SortedMap<String, RenderedText>> texts = new CompletableFuture<>();

    /** What the old side is to share; at the end of the new side at the latest. */
    void publish(SortedMap<String, RenderedText> of) {
        texts.complete(of);
    }

    void publishNothing() {
        texts.complete(new TreeMap<>());
    }

    /** The same file of the new side, if that holds the same; waits until its files are read. */
    RenderedText shared(String path, RenderedText own) {
        return Optional.ofNullable(texts.join().get(path)).filter(own::isSame).orElse(own);
    }
}
