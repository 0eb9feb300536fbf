package dev.waymark.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.kube.AllowedRoutes;
import dev.waymark.kube.LabelSelector;
import dev.waymark.kube.LabelSelector.Requirement;
import dev.waymark.mesh.Admitted.Everyone;
import dev.waymark.mesh.Admitted.Namespaces;
import dev.waymark.mesh.Admitted.Selected;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whom listeners admit, one by one and against every namespace of a small world. */
class AdmittedTest {
    private static final long SEED = 20_270_119;
    private static final int ROUNDS = 3_000;

    private static final Admitted NOBODY = Admitted.namespaces(List.of());
    private static final Admitted SHOP = Admitted.namespaces(List.of("shop"));
    private static final Admitted RED = new Selected(labels("team", "red"));

    private static LabelSelector labels(String key, String value) {
        return new LabelSelector(new TreeMap<>(Map.of(key, value)), List.of());
    }

    private static LabelSelector expression(String key, String operator, String... values) {
        return new LabelSelector(new TreeMap<>(), List.of(new Requirement(key, operator, List.of(values))));
    }

    private static void forAll(Consumer<Admitted> check) {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            check.accept(Worlds.next(random));
        }
    }

    /** Two, and what they are, in words. */
    private static void forPairs(Check check) {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            Admitted one = Worlds.next(random);
            Admitted other = Worlds.next(random);
            check.accept(one, other, one + " and " + other);
        }
    }

    private interface Check {
        void accept(Admitted one, Admitted other, String words);
    }

    @Test
    void isSureOfWhatHoldsWhateverTheLabelsAre() {
        forAll(admitted -> {
            for (String name : Worlds.NAMES) {
                assertThat(admitted.surelyHolds(name))
                        .as("%s holds %s", admitted, name)
                        .isEqualTo(Worlds.placesOf(name).allMatch(place -> Worlds.admits(admitted, place)));
                assertThat(admitted.surelyLacks(name))
                        .as("%s lacks %s", admitted, name)
                        .isEqualTo(Worlds.placesOf(name).noneMatch(place -> Worlds.admits(admitted, place)));
            }
        });
    }

    @Test
    void coversOnlyWhatItHolds() {
        forPairs((one, other, words) -> {
            boolean contained =
                    Worlds.places().allMatch(place -> Worlds.admits(one, place) || !Worlds.admits(other, place));
            if (other instanceof Namespaces) {
                assertThat(one.covers(other)).as(words).isEqualTo(contained);
            } else if (one.covers(other)) {
                assertThat(contained).as(words).isTrue();
            }
        });
        forAll(admitted -> {
            assertThat(admitted.covers(admitted)).isTrue();
            assertThat(new Everyone().covers(admitted)).isTrue();
            assertThat(admitted.covers(NOBODY)).isTrue();
        });
    }

    @Test
    void joinsTwoWhereOneListenerCanSayIt() {
        forPairs((one, other, words) -> {
            Optional<Admitted> both = one.and(other);
            boolean named = one instanceof Namespaces && other instanceof Namespaces;
            assertThat(both.isPresent()).as(words).isEqualTo(named || one.covers(other) || other.covers(one));
            both.ifPresent(joined -> assertThat(Worlds.places())
                    .as(words)
                    .allMatch(place -> Worlds.admits(joined, place)
                            == (Worlds.admits(one, place) || Worlds.admits(other, place))));
            assertThat(other.and(one).isPresent()).as(words).isEqualTo(both.isPresent());
        });
    }

    @Test
    void listsWhatGoesBeyondAnother() {
        forPairs((one, other, words) -> {
            List<String> beyond = one.beyond(other);
            assertThat(beyond.isEmpty()).as(words).isEqualTo(other.covers(one));
            if (one instanceof Namespaces some) {
                assertThat(beyond)
                        .as(words)
                        .isEqualTo(some.names().stream()
                                .filter(name -> !other.surelyHolds(name))
                                .toList());
            } else {
                assertThat(beyond).as(words).hasSizeLessThanOrEqualTo(1);
            }
        });
    }

    @Test
    void saysWhatGoesBeyondInWords() {
        assertThat(Admitted.namespaces(List.of("shop", "bank", "post")).beyond(SHOP))
                .containsExactly("bank", "post");
        assertThat(new Everyone().beyond(SHOP)).containsExactly("every namespace");
        assertThat(RED.beyond(SHOP)).containsExactly("team=red");
        assertThat(new Selected(expression("team", "In", "blue", "red")).beyond(RED))
                .containsExactly("team In (blue, red)");
        assertThat(SHOP.beyond(new Everyone())).isEmpty();
        assertThat(SHOP.beyond(RED)).containsExactly("shop");
    }

    @Test
    void isReadBackFromTheListenerThatSaysIt() {
        forAll(admitted -> {
            for (String home : Worlds.NAMES) {
                Admitted meant = admitted.equals(NOBODY) ? Admitted.namespaces(List.of(home)) : admitted;
                AllowedRoutes routes = admitted.routes(home);
                assertThat(Worlds.places())
                        .as("%s at %s", admitted, home)
                        .allMatch(place -> Worlds.admits(routes, home, place) == Worlds.admits(meant, place));
                Admitted read = Admitted.of(routes, home);
                assertThat(Worlds.places())
                        .as("%s at %s", admitted, home)
                        .allMatch(place -> Worlds.admits(read, place) == Worlds.admits(meant, place));
                assertThat(Admitted.of(read.routes(home), home)).isEqualTo(read);
            }
        });
    }

    @Test
    void namesNamespacesWhereItCan() {
        Stream.of(
                        AllowedRoutes.SAME,
                        selected(labels(Worlds.NAME, "shop")),
                        selected(expression(Worlds.NAME, "In", "shop")))
                .forEach(routes -> assertThat(Admitted.of(routes, "shop")).isEqualTo(SHOP));
        assertThat(Admitted.of(selected(expression(Worlds.NAME, "In", "bank", "shop")), "post"))
                .isEqualTo(Admitted.namespaces(List.of("shop", "bank")));
        assertThat(Admitted.of(AllowedRoutes.ALL, "shop")).isEqualTo(new Everyone());
        for (LabelSelector other : List.of(
                labels("team", "red"),
                expression(Worlds.NAME, "NotIn", "bank"),
                expression(Worlds.NAME, "Exists"),
                new LabelSelector(
                        new TreeMap<>(Map.of("team", "red")),
                        List.of(new Requirement(Worlds.NAME, "In", List.of("shop")))))) {
            assertThat(Admitted.of(selected(other), "shop")).isEqualTo(new Selected(other));
        }
    }

    @Test
    void isWrittenInTheShortestForm() {
        assertThat(NOBODY.routes("shop")).isEqualTo(AllowedRoutes.SAME);
        assertThat(SHOP.routes("shop")).isEqualTo(AllowedRoutes.SAME);
        assertThat(SHOP.routes("bank")).isEqualTo(selected(labels(Worlds.NAME, "shop")));
        assertThat(Admitted.namespaces(List.of("shop", "bank")).routes("shop"))
                .isEqualTo(selected(expression(Worlds.NAME, "In", "bank", "shop")));
        assertThat(RED.routes("shop")).isEqualTo(selected(labels("team", "red")));
        assertThat(new Everyone().routes("shop")).isEqualTo(AllowedRoutes.ALL);
    }

    private static AllowedRoutes selected(LabelSelector selector) {
        return AllowedRoutes.selected(selector);
    }
}
