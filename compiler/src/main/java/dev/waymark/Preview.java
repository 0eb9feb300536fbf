package dev.waymark;

import dev.waymark.inventory.Inventory;
import dev.waymark.lower.Lowering;
import dev.waymark.mesh.Mesh;
import dev.waymark.routing.Routing;
import java.util.Optional;

/**
 * What a mesh would be rendered to, and what would come of it.
 *
 * @param cluster its name in a fleet
 */
record Preview(Optional<String> cluster, Mesh mesh, Lowering lowering, Routing routing, Inventory inventory) {}
