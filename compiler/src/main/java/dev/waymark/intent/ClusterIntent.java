package dev.waymark.intent;

import java.util.List;
import java.util.Optional;

/**
 * One cluster of a fleet.
 *
 * @param overlays files, relative to that of the fleet, in the order in which they are laid
 * @param inventory files and folders, relative to that of the fleet
 * @param inventoryComplete whether what the inventory lacks is not in the cluster
 * @param delivery takes the place of what the intents say
 */
public record ClusterIntent(
        Text name,
        List<Text> overlays,
        List<Text> inventory,
        boolean inventoryComplete,
        Optional<DeliveryIntent> delivery) {}
