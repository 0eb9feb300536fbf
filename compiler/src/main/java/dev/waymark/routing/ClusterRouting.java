package dev.waymark.routing;

import java.util.Optional;

/**
 * The routes of a mesh.
 *
 * @param cluster its name in a fleet; empty without one
 */
public record ClusterRouting(Optional<String> cluster, Routing routing) {}
