package dev.waymark.testing;

import dev.waymark.diagnostic.Code;
import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.kube.ObjectName;
import dev.waymark.review.Affected;
import dev.waymark.review.Effect;
import dev.waymark.review.EffectRule;
import dev.waymark.review.ManifestChange;
import dev.waymark.review.ManifestChange.Change;
import dev.waymark.review.ManifestChange.FieldChange;
import dev.waymark.review.PlanStep;
import dev.waymark.review.Problems;
import dev.waymark.review.Review;
import dev.waymark.review.Tie;
import dev.waymark.review.Wording;
import dev.waymark.source.SourceFile;
import dev.waymark.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Reviews that nobody had to compile two sides for. */
public final class ReviewsByHand {
    /** A name that would be markup, a script, a link, a command of a log or a turn of the text. */
    public static final String HOSTILE = "<img src=x onerror=document.title='harm'>\"'`@team #12 | \r\n\u202E\u0007]]>"
            + "</script><script>document.title='harm'</script></code><!--{{x}}](javascript:alert(1)) %0A::error::${x}";

    private static final Problems NONE = new Problems(List.of(), List.of(), List.of());
    private static final List<Tie.State> STATES = List.of(Tie.State.values());
    private static final List<EffectRule> RULES = List.of(EffectRule.values());

    private ReviewsByHand() {}

    public static Review quiet() {
        return new Review(
                true, words("No change in traffic or manifests."), List.of(), NONE, List.of(), List.of(), List.of());
    }

    /** A change as teams make them, with every rule at least once. */
    public static Review ordinary() {
        List<Effect> effects = IntStream.range(0, 26)
                .mapToObj(index -> effect(
                        RULES.get(index % RULES.size()), namespace(index % 4), "service-" + index, Optional.empty()))
                .sorted()
                .toList();
        Wording verdict = new Wording(List.of(new Wording.Part(
                "2 services change waypoint, 1 loses L7 enforcement, 3 namespaces gain access; 4 manifests to add, 2 to "
                        + "change, 1 to remove.",
                false)));
        return new Review(true, verdict, effects, problems("mesh.yaml"), manifests(), ties(), plan());
    }

    /**
     * A change to a whole mesh.
     *
     * @param clusters of a fleet; none if 0
     */
    public static Review large(int effects, int manifests, int clusters) {
        List<Effect> all = IntStream.range(0, effects)
                .mapToObj(index -> effect(
                        RULES.get(index % RULES.size()),
                        "team-" + index % 97,
                        "service-" + index,
                        clusters == 0 ? Optional.empty() : Optional.of("cluster-" + index % clusters)))
                .sorted()
                .toList();
        List<ManifestChange> files = IntStream.range(0, manifests)
                .mapToObj(index -> new ManifestChange(
                        "team-" + index % 97 + "/service-" + index + ".yaml",
                        Change.CHANGE,
                        List.of(label("waypoint", "waypoint-" + index))))
                .toList();
        List<Tie> ties = IntStream.range(0, effects)
                .mapToObj(
                        index -> tie("team-" + index, "infra/wp-" + index % 500, STATES.get(index % STATES.size()), 1))
                .toList();
        return new Review(true, words(effects + " effects."), all, NONE, files, ties, List.of());
    }

    /** Everything that a user can name is named by the same text. */
    public static Review named(String name) {
        Optional<String> cluster = Optional.of(name);
        Wording wording = new Wording(List.of(new Wording.Part("names ", false), new Wording.Part(name, true)));
        Effect effect = new Effect(
                EffectRule.LOST,
                cluster,
                new Affected(name, name, name),
                cluster,
                cluster,
                wording,
                Optional.of(new Effect.Cause(span(name, 1), true)));
        Tie tie = new Tie(cluster, name, Optional.of(new ObjectName(name, name)), Tie.State.NEW, targets(name, 1));
        ManifestChange manifest = new ManifestChange(
                name, Change.CHANGE, List.of(new FieldChange(name, cluster, Optional.of("x" + name))));
        return new Review(
                true,
                wording,
                List.of(effect),
                problems(name),
                List.of(manifest),
                List.of(tie),
                List.of(new PlanStep(wording, List.of(wording), List.of(name))));
    }

    public static Effect effect(EffectRule rule, String namespace, String name, Optional<String> cluster) {
        Affected target = new Affected("Service", namespace, name);
        Wording message = new Wording(List.of(
                new Wording.Part(namespace + "/" + name, true),
                new Wording.Part(" goes through ", false),
                new Wording.Part("infra/waypoint", true),
                new Wording.Part(" no longer: what its L7 policies refused is let through.", false)));
        Optional<String> after = rule == EffectRule.MOVED ? Optional.of("infra/canary") : Optional.empty();
        return new Effect(
                rule,
                cluster,
                target,
                Optional.of("infra/waypoint"),
                after,
                message,
                Optional.of(new Effect.Cause(span("mesh/platform.yaml", 12), rule == EffectRule.LOST)));
    }

    public static Tie tie(String namespace, String waypoint, Tie.State state, long services) {
        Optional<ObjectName> name = waypoint.isEmpty()
                ? Optional.empty()
                : Optional.of(new ObjectName(waypoint.split("/", 2)[0], waypoint.split("/", 2)[1]));
        return new Tie(Optional.empty(), namespace, name, state, targets("Service", services));
    }

    public static Review withTies(Tie... ties) {
        return new Review(true, words("Ties."), List.of(), NONE, List.of(), List.of(ties), List.of());
    }

    public static Wording words(String text) {
        return new Wording(List.of(new Wording.Part(text, false)));
    }

    private static String namespace(int index) {
        return List.of("shop", "payments", "search-and-recommendations-of-the-whole-company", "web")
                .get(index);
    }

    private static SortedMap<String, Long> targets(String kind, long count) {
        SortedMap<String, Long> targets = new TreeMap<>();
        targets.put(kind, count);
        return targets;
    }

    private static Span span(String file, int line) {
        int start = line - 1;
        return new Span(new SourceFile(file, "\n".repeat(line) + "text"), start, start);
    }

    private static Problems problems(String name) {
        Diagnostic everyone = Diagnostic.of(Code.ADMITS_EVERYONE, name).at(span(name, 3));
        Diagnostic scrapes = Diagnostic.of(Code.CAPTURES_SCRAPES, name).at(span(name, 4));
        Diagnostic stale = Diagnostic.of(Code.TAKES_NO_TRAFFIC, name).at(span(name, 5));
        return new Problems(List.of(everyone), List.of(scrapes), List.of(stale, stale));
    }

    private static FieldChange label(String before, String after) {
        return new FieldChange("/metadata/labels/istio.io~1use-waypoint", Optional.of(before), Optional.of(after));
    }

    private static List<ManifestChange> manifests() {
        List<ManifestChange> manifests = new ArrayList<>();
        manifests.add(new ManifestChange(
                "platform/gateways/infra-waypoint.yaml",
                Change.CHANGE,
                List.of(
                        label("waypoint", "canary"),
                        new FieldChange("/spec/listeners/0/allowedRoutes", Optional.empty(), Optional.of("All")),
                        new FieldChange("/metadata/annotations/who", Optional.of("team a"), Optional.empty()),
                        new FieldChange(
                                "/metadata/annotations/note",
                                Optional.of("calls go through the old waypoint\nof the platform team"),
                                Optional.of("calls go through the new waypoint\nof the platform team")))));
        for (int index = 0; index < 8; index++) {
            manifests.add(new ManifestChange(
                    "shop/patches/namespaces/a-folder-with-quite-a-long-name/service-" + index + "-labels.yaml",
                    index % 2 == 0 ? Change.ADD : Change.REMOVE,
                    List.of(new FieldChange(
                            "/kind",
                            index % 2 == 0 ? Optional.empty() : Optional.of("Service"),
                            index % 2 == 0 ? Optional.of("Service") : Optional.empty()))));
        }
        return manifests;
    }

    private static List<Tie> ties() {
        return List.of(
                tie("payments", "infra/waypoint", Tie.State.SAME, 12),
                tie("shop", "", Tie.State.NEW, 1),
                tie("shop", "infra/canary", Tie.State.NEW, 3),
                tie("shop", "infra/waypoint", Tie.State.GONE, 4),
                tie("web", "infra/waypoint", Tie.State.CHANGED, 2));
    }

    private static List<PlanStep> plan() {
        return List.of(
                new PlanStep(
                        words("Merge the waypoints, and wait until they are programmed."),
                        List.of(words("The Gateway infra/canary appears.")),
                        List.of("kubectl wait --for=condition=Programmed gateway/canary -n infra --timeout=5m")),
                new PlanStep(words("Merge the labels."), List.of(), List.of()));
    }
}
