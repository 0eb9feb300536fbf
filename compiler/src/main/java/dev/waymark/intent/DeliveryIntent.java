package dev.waymark.intent;

import java.util.Optional;

/** How what is rendered reaches the cluster: one set of settings for all documents compiled together. */
public record DeliveryIntent(Optional<Text> via) {}
