package dev.waymark.intent;

import java.util.List;

/** Labels and annotations that the author wants on an object of ours. */
public record MetadataIntent(List<Setting> labels, List<Setting> annotations) {}
