package dev.waymark.intent;

import dev.waymark.source.Span;
import java.util.Optional;

/**
 * Whatever sends its inbound traffic through a waypoint, or opts out of one.
 *
 * @param via {@code patch}, {@code apply}, {@code owner} or {@code full}: how the labels reach the object
 * @param ingress whether ingress gateways go through the waypoint too
 * @param span the key and the name, for messages
 */
public record ConsumerIntent(TargetIntent target, Optional<Text> via, Optional<Flag> ingress, Span span) {}
