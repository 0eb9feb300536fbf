package dev.waymark.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.CompileRequest;
import dev.waymark.MeshCompiler;
import dev.waymark.MeshReview;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectRef;
import dev.waymark.routing.Route;
import dev.waymark.routing.Traffic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For random pairs of meshes, the effects on routes are exactly the differences of the two route tables. */
class ReviewPropertyTest {
    private static final int PAIRS = 600;

    private static final Set<EffectRule> ON_ROUTES = EnumSet.of(
            EffectRule.LOST,
            EffectRule.OPT_OUT,
            EffectRule.GAINED,
            EffectRule.MOVED,
            EffectRule.EXTERNAL_REROUTED,
            EffectRule.EXTERNAL_ADDED,
            EffectRule.EXTERNAL_REMOVED,
            EffectRule.INGRESS_START,
            EffectRule.INGRESS_STOP);

    @TempDir
    private Path folder;

    @Test
    void effectsAreTheDifferencesOfTheTables() throws Exception {
        Map<EffectRule, Integer> seen = new EnumMap<>(EffectRule.class);
        int compared = 0;
        for (int seed = 0; seed < PAIRS; seed++) {
            Path before = write("before.yaml", new RandomMesh(new Random(2L * seed)).write());
            Path after = write("after.yaml", new RandomMesh(new Random(2L * seed + 1)).write());
            Optional<List<Route>> old = routes(before);
            Optional<List<Route>> now = routes(after);
            if (old.isEmpty() || now.isEmpty()) {
                continue;
            }
            compared++;
            Review review = MeshReview.compare(
                            CompileRequest.of(List.of()), MeshReview.Sides.of(before.toString(), after.toString()))
                    .outcome()
                    .orElseThrow();
            assertThat(lines(review, seen))
                    .as("%d\n%s---\n%s", seed, Files.readString(before), Files.readString(after))
                    .isEqualTo(new NaiveEffects(old.get(), now.get()).all());
        }
        assertThat(compared).isGreaterThan(PAIRS / 2);
        assertThat(seen.keySet()).isEqualTo(ON_ROUTES);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Optional<List<Route>> routes(Path mesh) throws Exception {
        return new MeshCompiler(CompileRequest.of(List.of(mesh.toString())))
                .routes()
                .outcome()
                .map(clusters -> clusters.get(0).routing().routes().toList());
    }

    private static SortedSet<String> lines(Review review, Map<EffectRule, Integer> seen) {
        SortedSet<String> lines = new TreeSet<>();
        for (Effect effect : review.effects()) {
            if (ON_ROUTES.contains(effect.rule())) {
                seen.merge(effect.rule(), 1, Integer::sum);
                lines.add(line(effect));
            }
        }
        return lines;
    }

    private static String line(Effect effect) {
        Kind kind = Kind.named(effect.target().kind());
        ObjectRef target = kind == Kind.NAMESPACE
                ? ObjectRef.namespace(effect.target().name())
                : new ObjectRef(
                        kind, effect.target().namespace(), effect.target().name());
        String start = effect.rule().word() + " " + target;
        return switch (effect.rule()) {
            case EXTERNAL_ADDED, EXTERNAL_REMOVED, INGRESS_START, INGRESS_STOP -> start;
            default -> start + " " + traffic(effect, kind) + " " + way(effect.before()) + " " + way(effect.after());
        };
    }

    /** The sentence of a Namespace tells whether its pods are meant. */
    private static Traffic traffic(Effect effect, Kind kind) {
        boolean pods = kind.isWorkload() || effect.message().toString().startsWith("every pod");
        return pods || (kind == Kind.NAMESPACE && effect.message().toString().contains("every pod"))
                ? Traffic.WORKLOAD
                : Traffic.SERVICE;
    }

    private static String way(Optional<String> words) {
        return words.map(text -> text.replaceAll(", ([0-9]+%) through ", "+$1")).orElse("direct");
    }
}
