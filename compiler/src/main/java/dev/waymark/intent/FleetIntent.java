package dev.waymark.intent;

import java.util.List;

/**
 * The clusters that are rendered from the same intents.
 *
 * @param intents globs, relative to the file of the fleet
 * @param applicationSets whether one Argo CD ApplicationSet a layer takes the place of an Application for each cluster
 */
public record FleetIntent(Text name, List<Text> intents, boolean applicationSets, List<ClusterIntent> clusters) {}
