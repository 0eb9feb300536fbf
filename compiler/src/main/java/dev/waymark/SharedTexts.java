package dev.waymark;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The rendered files of the new side: what the old side has in the same bytes need not be parsed twice. */
final class SharedTexts {
    private final CompletableFuture<Map<String, RenderedText>> texts = new CompletableFuture<>();

    /** What the old side is to share; at the end of the new side at the latest. */
    void publish(List<RenderedText> of) {
        Map<String, RenderedText> byPlace = new HashMap<>();
        of.forEach(text -> byPlace.put(text.place(), text));
        texts.complete(byPlace);
    }

    void publishNothing() {
        texts.complete(new HashMap<>());
    }

    /** The same file of the new side, if that holds the same; waits until its files are read. */
    RenderedText shared(RenderedText own) {
        return Optional.ofNullable(texts.join().get(own.place()))
                .filter(own::isSame)
                .orElse(own);
    }
}
