package dev.waymark.review;

import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import dev.waymark.yaml.ScalarType;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlScalar;

/** A file that is not YAML: it is compared as one text. */
final class Unreadable {
    private Unreadable() {}

    static YamlNode of(ManifestText text) {
        SourceFile file = text.file();
        return new YamlScalar(new Span(file, 0, 0), file.text(), ScalarType.STRING);
    }
}
