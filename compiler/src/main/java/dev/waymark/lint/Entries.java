package dev.waymark.lint;

import dev.waymark.inventory.Fields;
import dev.waymark.inventory.InventoryObject;
import dev.waymark.inventory.ObjectId;
import dev.waymark.kube.Kind;
import dev.waymark.routing.ServiceEntryView;
import dev.waymark.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the fields of ServiceEntries stand. */
final class Entries {
    private Entries() {}

    static Stream<ServiceEntryView> of(Subject subject) {
        return subject.view().targets().values().stream()
                .filter(ServiceEntryView.class::isInstance)
                .map(ServiceEntryView.class::cast);
    }

    /** Its manifest; empty if it is one of ours. */
    static Optional<InventoryObject> manifest(Subject subject, ServiceEntryView entry) {
        ObjectId id = new ObjectId(
                Kind.SERVICE_ENTRY.group(),
                Kind.SERVICE_ENTRY.kindName(),
                entry.ref().namespace(),
                entry.ref().name());
        return Optional.ofNullable(subject.inventory().others().get(id)).filter(found -> subject.isExisting(entry));
    }

    /** Where it states a host; where its name stands if that is not known. */
    static Optional<Span> host(Subject subject, ServiceEntryView entry, String host) {
        return manifest(subject, entry)
                .flatMap(found -> Fields.scalars(found.root(), "spec", "hosts")
                        .filter(each -> each.text().equals(host))
                        .findFirst())
                .map(each -> each.span())
                .or(entry::span);
    }

    static Optional<Span> resolution(Subject subject, ServiceEntryView entry) {
        return manifest(subject, entry)
                .flatMap(found -> Fields.scalar(found.root(), "spec", "resolution"))
                .map(each -> each.span())
                .or(entry::span);
    }

    /** Whether sidecars of all namespaces know it; the ambient data plane does not ask. */
    static boolean isPublic(Subject subject, ServiceEntryView entry) {
        List<String> exportTo = manifest(subject, entry)
                .map(found -> Fields.texts(found.root(), "spec", "exportTo"))
                .orElse(List.of());
        return exportTo.isEmpty() || exportTo.contains("*");
    }
}
