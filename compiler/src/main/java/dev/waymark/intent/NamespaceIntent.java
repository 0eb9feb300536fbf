package dev.waymark.intent;

import java.util.Optional;

/**
 * A namespace whose labels this document's unit renders.
 *
 * @param dataplaneMode {@code ambient} or {@code none}
 * @param via how the labels reach the Namespace
 */
public record NamespaceIntent(Text name, Optional<Text> dataplaneMode, Optional<Text> via) {}
