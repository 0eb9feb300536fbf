package dev.waymark;

import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.inventory.Inventory;
import dev.waymark.inventory.InventoryBuilder;
import dev.waymark.source.InputException;
import dev.waymark.yaml.ManifestReader;
import dev.waymark.yaml.Reading;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Manifests that exist, once they are read.
 *
 * @param reading what was met beside objects
 */
record InventoryReader(Inventory inventory, Reading reading) {
    static Inventory read(CompileRequest request, DiagnosticLog log) throws InputException {
        return open(request, log).inventory;
    }

    static InventoryReader open(CompileRequest request, DiagnosticLog log) throws InputException {
        CompileRequest.Existing existing = request.existing();
        if (existing.paths().isEmpty()) {
            return new InventoryReader(Inventory.NONE, Reading.NONE);
        }
        InventoryBuilder builder = new InventoryBuilder(existing.namespace(), log);
        AtomicLong done = new AtomicLong();
        Reading reading = ManifestReader.read(request.tree(), existing.paths(), request.standardInput(), object -> {
            request.progress().step("reading the inventory, objects", done.incrementAndGet(), 0);
            builder.add(object);
        });
        log.addAll(reading.skipped());
        return new InventoryReader(builder.build(existing.complete()), reading);
    }
}
