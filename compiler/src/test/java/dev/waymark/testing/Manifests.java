package dev.waymark.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.inventory.Inventory;
import dev.waymark.inventory.InventoryBuilder;
import dev.waymark.source.FileTree;
import dev.waymark.source.InputException;
import dev.waymark.source.SourceFile;
import dev.waymark.yaml.ManifestReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Manifests in a text. */
public final class Manifests {
    private Manifests() {}

    /** All that a text states; fails where it states anything twice. */
    public static Inventory inventory(String text, boolean complete) {
        DiagnosticLog log = new DiagnosticLog();
        InventoryBuilder builder = new InventoryBuilder("default", log);
        try {
            ByteArrayInputStream input = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            log.addAll(ManifestReader.read(FileTree.work(), List.of(SourceFile.STANDARD_INPUT), input, builder::add)
                    .skipped());
        } catch (InputException e) {
            throw new AssertionError(e);
        }
        assertThat(log.sorted()).isEmpty();
        return builder.build(complete);
    }
}
