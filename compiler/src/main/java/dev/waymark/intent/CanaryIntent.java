package dev.waymark.intent;

import dev.waymark.source.Span;

/**
 * A second waypoint for a part of the connections.
 *
 * @param weight in percent
 */
public record CanaryIntent(WaypointReference waypoint, int weight, Span span) {}
