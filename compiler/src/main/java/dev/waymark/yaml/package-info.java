/**
 * YAML as a tree in which every key and value knows its place. It is built from the parser's events, without
 * recursion and within fixed bounds. Intents are read strictly: what people cannot review on the line where it stands
 * (anchors, aliases, tags, merge keys, duplicate keys) is a diagnostic. Manifests are read as {@code kubectl} reads
 * them, one object at a time, since they may be larger than memory.
 */
@NullMarked
package dev.waymark.yaml;

import org.jspecify.annotations.NullMarked;
