package dev.waymark;

import dev.waymark.source.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Goes one way with each of several things, side by side: none of them knows of the others. */
final class SideBySide {
    /**
     * A way to go with one of them.
     *
     * @param <E> what ends it beside an input that cannot be read
     */
    @FunctionalInterface
    interface Way<I, T, E extends Exception> {
        Optional<T> go(I item) throws InputException, E;
    }

    /** What came of it: an outcome, none, or a failure. */
    private record Arrival<T>(Optional<T> outcome, @Nullable Exception failure) {}

    private SideBySide() {}

    /**
     * The outcomes in their order, one empty where something was refused.
     *
     * @throws E if one of them fails; the others have gone their way then
     */
    static <I, T, E extends Exception> List<Optional<T>> each(List<I> items, Way<I, T, E> way)
            throws InputException, E {
        if (items.size() == 1) {
            return List.of(way.go(items.get(0)));
        }
        List<Optional<T>> outcomes = new ArrayList<>();
        for (Arrival<T> arrival : arrivals(items, way)) {
            SideBySide.<E>raise(arrival.failure());
            outcomes.add(arrival.outcome());
        }
        return outcomes;
    }

    private static <I, T, E extends Exception> List<Arrival<T>> arrivals(List<I> items, Way<I, T, E> way) {
        int threads = Math.min(items.size(), Runtime.getRuntime().availableProcessors());
        ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, threads));
        try {
            List<Future<Arrival<T>>> under = new ArrayList<>();
            items.forEach(item -> under.add(workers.submit(() -> arrive(item, way))));
            List<Arrival<T>> arrivals = new ArrayList<>();
            for (Future<Arrival<T>> one : under) {
                arrivals.add(one.get());
            }
            return arrivals;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("one of several did not arrive", e);
        } finally {
            workers.shutdownNow();
        }
    }

    private static <I, T, E extends Exception> Arrival<T> arrive(I item, Way<I, T, E> way) {
        try {
            return new Arrival<>(way.go(item), null);
        } catch (Exception e) {
            return new Arrival<>(Optional.empty(), e);
        }
    }

    /** What a way throws is what it declares, or unchecked. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> void raise(@Nullable Exception failure) throws InputException, E {
        if (failure instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (failure instanceof InputException unreadable) {
            throw unreadable;
        }
        if (failure != null) {
            throw (E) failure;
        }
    }
}
