package dev.waymark;

import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.inventory.Fields;
import dev.waymark.inventory.Inventory;
import dev.waymark.inventory.InventoryBuilder;
import dev.waymark.source.Input;
import dev.waymark.source.InputException;
import dev.waymark.source.Source;
import dev.waymark.source.SourceReader;
import dev.waymark.yaml.YamlDocument;
import dev.waymark.yaml.YamlMapping;
import dev.waymark.yaml.YamlNode;
import dev.waymark.yaml.YamlReader;
import java.util.List;

/** Reads manifests that exist. */
final class InventoryReader {
    private InventoryReader() {}

    static Inventory read(CompileRequest request, DiagnosticLog log) throws InputException {
        if (request.existing().paths().isEmpty()) {
            return Inventory.NONE;
        }
        InventoryBuilder builder = new InventoryBuilder(request.existing().namespace(), log);
        for (Input input : SourceReader.read(
                request.existing().paths(), request.standardInput(), text -> text.contains("apiVersion"))) {
            for (Source source : input.sources()) {
                YamlReader.read(source.file()).documents().forEach(document -> add(document, builder));
            }
        }
        return builder.build(request.existing().complete());
    }

    private static void add(YamlDocument document, InventoryBuilder builder) {
        if (document.root() instanceof YamlMapping root) {
            boolean list = Fields.text(root, "kind").orElse("").endsWith("List");
            for (YamlNode item : list ? Fields.list(root, "items") : List.of(root)) {
                if (item instanceof YamlMapping object) {
                    builder.add(object);
                }
            }
        }
    }
}
