package dev.waymark.intent;

import java.util.List;

/** Consumers of a waypoint that another document declares. */
public record EnrollmentIntent(WaypointReference waypoint, List<ConsumerIntent> consumers) {}
