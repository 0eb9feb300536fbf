package dev.waymark.inventory;

import dev.waymark.routing.Labels;
import dev.waymark.source.Span;

/**
 * What any object says of itself.
 *
 * @param live whether it comes from a cluster, as its uid shows, and not from Git
 * @param span its name
 */
public record Existing(ObjectId id, Labels labels, Labels annotations, boolean live, Span span) {}
