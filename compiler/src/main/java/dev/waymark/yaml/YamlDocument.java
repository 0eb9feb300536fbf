package dev.waymark.yaml;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import java.util.List;

/**
 * One document of a file.
 *
 * @param index which one of its file, from 1, empty ones counted
 * @param span from its first to its last value
 * @param problems what the strict reading found in it
 */
public record YamlDocument(SourceFile file, int index, YamlNode root, Span span, List<Diagnostic> problems) {}
