package dev.waymark.mesh;

import dev.waymark.kube.Marks;
import dev.waymark.kube.ObjectRef;
import dev.waymark.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The objects of others that are named, each in every unit that names it; one of them renders its labels. */
record LabelledObjects(
        Declarations declarations, NamespaceLabels namespaces, Claims claims, ObjectMarks marks, Vias vias) {
    List<LabelledObject> all() {
        List<LabelledObject> all = new ArrayList<>();
        claims.byObject().forEach((object, named) -> {
            if (!declarations.isOurs(object)) {
                all.addAll(claimed(object, named));
            }
        });
        namespaces.all().forEach((object, owned) -> {
            if (!claims.byObject().containsKey(object)) {
                all.addAll(stated(object, owned));
            }
        });
        all.sort(Comparator.comparing(LabelledObject::object));
        return all;
    }

    private List<LabelledObject> claimed(ObjectRef object, List<Claim> named) {
        Map<String, List<Claim>> byUnit = new TreeMap<>();
        named.forEach(claim -> byUnit.computeIfAbsent(unit(object, claim), unit -> new ArrayList<>())
                .add(claim));
        String serving =
                claims.serving(object).map(claim -> unit(object, claim)).orElse("");
        List<LabelledObject> objects = new ArrayList<>();
        byUnit.forEach((unit, all) -> {
            Marks own = serving.isEmpty() || serving.equals(unit) ? marks.of(object) : Marks.NONE;
            objects.add(new LabelledObject(object, unit, vias.of(object), own, isRetired(all), source(all)));
        });
        return objects;
    }

    private String unit(ObjectRef object, Claim claim) {
        return namespaces.ownerOf(object).orElse(claim.consumer().unit());
    }

    private static boolean isRetired(List<Claim> claims) {
        return claims.stream().noneMatch(Claim::serves)
                && claims.stream().anyMatch(claim -> claim.phase() == Phase.RETIRE);
    }

    private static Span source(List<Claim> claims) {
        return claims.stream()
                .filter(Claim::serves)
                .findFirst()
                .orElse(claims.get(0))
                .consumer()
                .span();
    }

    private List<LabelledObject> stated(ObjectRef object, NamespaceLabels.Owned owned) {
        Via via = vias.of(object);
        Marks of = marks.of(object);
        return of.isEmpty() && via != Via.FULL
                ? List.of()
                : List.of(new LabelledObject(
                        object,
                        owned.unit(),
                        via,
                        of,
                        false,
                        owned.intent().name().span()));
    }
}
