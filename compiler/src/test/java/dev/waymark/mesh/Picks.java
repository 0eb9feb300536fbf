package dev.waymark.mesh;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Chance, in the words of a test. */
record Picks(Random random) {
    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    <T> Optional<T> maybe(Supplier<T> maker) {
        return random.nextBoolean() ? Optional.of(maker.get()) : Optional.empty();
    }

    <T> List<T> some(int most, Supplier<T> maker) {
        List<T> made = new ArrayList<>();
        for (int count = random.nextInt(most + 1); count > 0; count--) {
            made.add(maker.get());
        }
        return made;
    }

    <T> List<T> shuffled(List<T> list) {
        return Model.shuffled(list, random);
    }
}
