package dev.waymark.mesh;

import dev.waymark.mesh.Model.Admits;
import dev.waymark.mesh.Model.Expression;
import dev.waymark.mesh.Model.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Makes every form of {@code admits}. */
record RandomAdmits(Picks picks, List<String> namespaces) {
    private static final String NAME = "kubernetes.io/metadata.name";

    /** @param used the namespaces of the consumers, which one listener must be able to let in too */
    Admits next(SortedSet<String> used) {
        return switch (picks.below(6)) {
            case 0 -> Admits.ALL;
            case 1, 2 -> new Admits(Form.NAMESPACES, names(1), new TreeMap<>(), List.of());
            case 3 -> used.isEmpty() ? byOtherLabels() : byName(used);
            default -> Admits.NOBODY;
        };
    }

    /** Whether only the labels of a real Namespace tell who is let in. */
    static boolean isOpen(Admits admits) {
        return admits.form() == Form.SELECTOR
                && !admits.labels().containsKey(NAME)
                && admits.expressions().stream().noneMatch(each -> each.key().equals(NAME));
    }

    /** A selector that matches some namespaces, whatever their other labels are. */
    private Admits byName(SortedSet<String> used) {
        List<Expression> expressions = new ArrayList<>();
        List<String> wider = new ArrayList<>(used);
        names(0).stream().filter(name -> !used.contains(name)).forEach(wider::add);
        expressions.add(new Expression(NAME, "In", picks.shuffled(wider)));
        List<String> others =
                names(0).stream().filter(name -> !used.contains(name)).toList();
        if (!others.isEmpty()) {
            expressions.add(new Expression(NAME, "NotIn", others));
        }
        if (picks.once(2)) {
            expressions.add(new Expression(NAME, "Exists", List.of()));
        }
        boolean one = used.size() == 1 && picks.once(2);
        SortedMap<String, String> labels = one ? new TreeMap<>(Map.of(NAME, used.first())) : new TreeMap<>();
        return new Admits(Form.SELECTOR, List.of(), labels, picks.shuffled(expressions));
    }

    private Admits byOtherLabels() {
        SortedMap<String, String> labels =
                picks.once(2) ? new TreeMap<>(Map.of("team", picks.one(List.of("a", "on", "")))) : new TreeMap<>();
        List<Expression> expressions = new ArrayList<>(picks.some(1, this::expression));
        if (labels.isEmpty()) {
            expressions.add(expression());
        }
        return new Admits(Form.SELECTOR, List.of(), labels, expressions);
    }

    private Expression expression() {
        return picks.once(2)
                ? new Expression("tier", picks.one(List.of("In", "NotIn")), List.of("b", "1", "a"))
                : new Expression("zone", picks.one(List.of("Exists", "DoesNotExist")), List.of());
    }

    /** Labels of a real Namespace that such selectors may match or not; the API server adds its name. */
    SortedMap<String, String> labels(String namespace) {
        SortedMap<String, String> labels = new TreeMap<>(Map.of(NAME, namespace));
        picks.maybe(() -> picks.one(List.of("a", "on", ""))).ifPresent(team -> labels.put("team", team));
        picks.maybe(() -> picks.one(List.of("a", "c"))).ifPresent(tier -> labels.put("tier", tier));
        picks.maybe(() -> "z").ifPresent(zone -> labels.put("zone", zone));
        return labels;
    }

    private List<String> names(int least) {
        return picks.shuffled(namespaces).subList(0, least + picks.below(3));
    }
}
