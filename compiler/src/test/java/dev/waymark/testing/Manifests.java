package dev.waymark.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.inventory.Inventory;
import dev.waymark.inventory.InventoryBuilder;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlReader;

/** Manifests in a text. */
public final class Manifests {
    private Manifests() {}

    /** All that a text states; fails where it states anything twice. */
    public static Inventory inventory(String text, boolean complete) {
        DiagnosticLog log = new DiagnosticLog();
        InventoryBuilder builder = new InventoryBuilder("default", log);
        YamlReader.read(new SourceFile("mesh.yaml", text))
                .documents()
                .forEach(document -> builder.add((YamlMapping) document.root()));
        assertThat(log.sorted()).isEmpty();
        return builder.build(complete);
    }
}
