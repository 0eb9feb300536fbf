package dev.waymark.intent;

import java.util.Optional;

/**
 * A namespace whose labels this document's unit renders.
 *
 * @param dataplaneMode {@code ambient} or {@code none}
 */
public record NamespaceIntent(Text name, Optional<Text> dataplaneMode) {}
