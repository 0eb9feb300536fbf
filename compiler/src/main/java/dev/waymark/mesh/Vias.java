package dev.waymark.mesh;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.intent.Text;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How labels reach each object: one way for one object, wherever it is stated. */
final class Vias {
    private final Via other;
    private final DiagnosticLog log;
    private final SortedMap<ObjectRef, Text> stated = new TreeMap<>();

    private Vias(Via other, DiagnosticLog log) {
        this.other = other;
        this.log = log;
    }

    static Vias of(Settings settings, NamespaceLabels namespaces, Claims claims, DiagnosticLog log) {
        Vias vias = new Vias(settings.via(), log);
        namespaces
                .entries()
                .forEach((object, entries) ->
                        entries.forEach(entry -> entry.via().ifPresent(via -> vias.state(object, via))));
        claims.byObject()
                .forEach((object, all) -> all.forEach(claim -> claim.via().ifPresent(via -> vias.state(object, via))));
        claims.byObject().forEach((object, all) -> {
            if (vias.of(object) == Via.FULL && namespaces.ownerOf(object).isEmpty()) {
                vias.checkOneUnit(object, all);
            }
        });
        return vias;
    }

    private void state(ObjectRef object, Text via) {
        if (Via.of(via.value()) == Via.FULL && object.kind() != Kind.NAMESPACE) {
            log.add(Diagnostic.of(
                            Code.CONFLICTING_SETTINGS,
                            "`full` is for namespaces, and this is " + object,
                            "there is nothing to render it from but its name",
                            "write `patch`, `apply` or `owner`")
                    .at(via.span()));
            return;
        }
        @Nullable Text first = stated.putIfAbsent(object, via);
        if (first != null && !first.value().equals(via.value())) {
            log.add(Diagnostic.of(
                            Code.CONFLICTING_SETTINGS,
                            "the labels of " + object + " are delivered in two ways, `" + first + "` and `" + via + "`",
                            "each would undo what the other one delivers",
                            "state `via` once for each object")
                    .at(via.span(), "stated again")
                    .and(first.span(), "stated first"));
        }
    }

    /** A unit that names the object without labels would render it whole, too. */
    private void checkOneUnit(ObjectRef object, List<Claim> claims) {
        Consumer first = claims.get(0).consumer();
        claims.stream()
                .map(Claim::consumer)
                .filter(other -> !other.unit().equals(first.unit()))
                .findFirst()
                .ifPresent(second -> log.add(Diagnostic.of(
                                Code.CONFLICTING_SETTINGS,
                                object + " is rendered whole by two units, `" + first.unit() + "` and `" + second.unit()
                                        + "`",
                                "each would take away what the other one puts on it",
                                "name it under `namespaces` of one unit")
                        .at(second.span(), "named again")
                        .and(first.span(), "named first")));
    }

    Via of(ObjectRef object) {
        @Nullable Text via = stated.get(object);
        return via == null ? other : Via.of(via.value());
    }
}
