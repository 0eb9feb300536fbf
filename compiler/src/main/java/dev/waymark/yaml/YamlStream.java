package dev.waymark.yaml;

import dev.waymark.diagnostic.Diagnostic;
import java.util.List;

/**
 * The documents of a file.
 *
 * @param damage why the reading ended before the end of the file; at most one
 */
public record YamlStream(List<YamlDocument> documents, List<Diagnostic> damage) {}
