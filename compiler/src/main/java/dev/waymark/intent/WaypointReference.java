package dev.waymark.intent;

import dev.waymark.source.Span;

/** A waypoint as {@code NAMESPACE/NAME}. */
public record WaypointReference(String namespace, String name, Span span) {}
