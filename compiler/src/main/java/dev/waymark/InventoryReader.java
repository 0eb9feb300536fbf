package dev.waymark;

import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.inventory.Inventory;
import dev.waymark.inventory.InventoryBuilder;
import dev.waymark.source.InputException;
import dev.waymark.yaml.ManifestReader;
import java.util.concurrent.atomic.AtomicLong;

/** Reads manifests that exist. */
final class InventoryReader {
    private InventoryReader() {}

    static Inventory read(CompileRequest request, DiagnosticLog log) throws InputException {
        return read(request, request.existing(), log);
    }

    /** @param existing in place of what the request states */
    static Inventory read(CompileRequest request, CompileRequest.Existing existing, DiagnosticLog log)
            throws InputException {
        if (existing.paths().isEmpty()) {
            return Inventory.NONE;
        }
        InventoryBuilder builder = new InventoryBuilder(existing.namespace(), log);
        AtomicLong done = new AtomicLong();
        log.addAll(ManifestReader.read(existing.paths(), request.standardInput(), object -> {
            request.progress().step("reading the inventory, objects", done.incrementAndGet(), 0);
            builder.add(object);
        }));
        return builder.build(existing.complete());
    }
}
