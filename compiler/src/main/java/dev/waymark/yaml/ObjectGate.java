package dev.waymark.yaml;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets the objects of a file through that somebody reads, and takes note of what is there instead of objects. */
final class ObjectGate {
    /** What stands open in the templates of Helm and of others. */
    static final String TEMPLATE = "{{";

    private final SourceFile file;
    private final Consumer<ManifestObject> sink;
    private @Nullable Diagnostic first;
    private @Nullable Span intent;
    private int skipped;
    private long passedOver;

    ObjectGate(SourceFile file, Consumer<ManifestObject> sink) {
        this.file = file;
        this.sink = sink;
    }

    /** What was skipped: its first place, and how many there are; empty if all of the file are objects. */
    Optional<Diagnostic> skipped() {
        return Optional.ofNullable(first);
    }

    /** How many objects are of kinds that nobody asks for. */
    long passedOver() {
        return passedOver;
    }

    /** Where the first intent begins, which is no object of a cluster. */
    Optional<Span> intent() {
        return Optional.ofNullable(intent);
    }

    void foreign(Span span) {
        skip(Skipped.foreign(), span);
    }

    private void skip(Diagnostic why, Span span) {
        if (skipped++ == 0) {
            first = why.at(start(span));
        }
    }

    private static Span start(Span span) {
        return new Span(span.file(), span.start(), span.start() + 1);
    }

    void object(int document, String pointer, YamlMapping root) {
        String apiVersion = root.text("apiVersion").orElse("");
        accept(new ManifestObject(
                file, document, pointer, apiVersion, root.text("kind").orElse(""), root));
    }

    void object(int document, OpenNode open, YamlMapping root) {
        String apiVersion = Optional.ofNullable(open.scope().apiVersion()).orElse("");
        String kind = Optional.ofNullable(open.scope().kind()).orElse("");
        if (!(kind.isEmpty() && open.hasItems())) {
            accept(new ManifestObject(file, document, open.pointer(), apiVersion, kind, root));
        }
    }

    private void accept(ManifestObject object) {
        if (object.apiVersion().isEmpty() || object.kind().isEmpty()) {
            foreign(object.span());
        } else if (ManifestKinds.isKustomization(object.apiVersion(), object.kind())) {
            skip(Skipped.kustomization(), object.span());
        } else if (isRead(object)) {
            if (isTemplate(object)) {
                skip(Skipped.template(), object.span());
            } else {
                sink.accept(object);
            }
        } else if (!ManifestKinds.isIntent(object.apiVersion())) {
            passedOver++;
        } else if (intent == null) {
            intent = start(object.span());
        }
    }

    private static boolean isRead(ManifestObject object) {
        return ManifestKinds.matters(object.apiVersion(), object.kind())
                && (!object.kind().equals("ConfigMap") || name(object).startsWith("istio"));
    }

    private static String name(ManifestObject object) {
        return metadata(object).flatMap(metadata -> metadata.text("name")).orElse("");
    }

    private static Optional<YamlMapping> metadata(ManifestObject object) {
        return object.root()
                .value("metadata")
                .filter(YamlMapping.class::isInstance)
                .map(YamlMapping.class::cast);
    }

    /** Quoted, the actions of a template are YAML: no name and no label has such characters. */
    private static boolean isTemplate(ManifestObject object) {
        Optional<YamlMapping> metadata = metadata(object);
        return metadata.stream().anyMatch(ObjectGate::hasAction)
                || metadata.flatMap(found -> found.value("labels")).filter(YamlMapping.class::isInstance).stream()
                        .anyMatch(labels -> hasAction((YamlMapping) labels));
    }

    private static boolean hasAction(YamlMapping mapping) {
        return mapping.list().stream()
                .anyMatch(entry -> entry.key().text().contains(TEMPLATE)
                        || (entry.value() instanceof YamlScalar scalar
                                && scalar.text().contains(TEMPLATE)));
    }
}
