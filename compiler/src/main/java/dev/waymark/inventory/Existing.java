package dev.waymark.inventory;

import dev.waymark.routing.Labels;
import dev.waymark.source.Span;
import java.util.List;

/**
 * What any object says of itself.
 *
 * @param live whether it comes from a cluster, as its uid shows, and not from Git
 * @param managers delivery tools that own fields of it beyond those that a part of ours has
 * @param span its name
 */
public record Existing(
        ObjectId id, Labels labels, Labels annotations, boolean live, List<String> managers, Span span) {}
