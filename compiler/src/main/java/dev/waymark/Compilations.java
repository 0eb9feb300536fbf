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

/** Goes one way with each of several meshes, side by side: none of them knows of the others. */
final class Compilations {
    /**
     * A way to go with a mesh.
     *
     * @param <E> what ends it beside an input that cannot be read
     */
    @FunctionalInterface
    interface Way<T, E extends Exception> {
        Optional<T> go(Compilation mesh) throws InputException, E;
    }

    /** What came of it: an outcome, none, or a failure. */
    private record Arrival<T>(Optional<T> outcome, @Nullable Exception failure) {}

    private Compilations() {}

    /**
     * The outcomes in the order of the meshes, one empty where a mesh was refused.
     *
     * @throws E if a mesh fails; the others have gone their way then
     */
    static <T, E extends Exception> List<Optional<T>> each(List<Compilation> meshes, Way<T, E> way)
            throws InputException, E {
        if (meshes.size() == 1) {
            return List.of(way.go(meshes.get(0)));
        }
        List<Optional<T>> outcomes = new ArrayList<>();
        for (Arrival<T> arrival : arrivals(meshes, way)) {
            Compilations.<E>raise(arrival.failure());
            outcomes.add(arrival.outcome());
        }
        return outcomes;
    }

    private static <T, E extends Exception> List<Arrival<T>> arrivals(List<Compilation> meshes, Way<T, E> way) {
        int threads = Math.min(meshes.size(), Runtime.getRuntime().availableProcessors());
        ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, threads));
        try {
            List<Future<Arrival<T>>> under = new ArrayList<>();
            meshes.forEach(mesh -> under.add(workers.submit(() -> arrive(mesh, way))));
            List<Arrival<T>> arrivals = new ArrayList<>();
            for (Future<Arrival<T>> one : under) {
                arrivals.add(one.get());
            }
            return arrivals;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("a cluster was not compiled", e);
        } finally {
            workers.shutdownNow();
        }
    }

    private static <T, E extends Exception> Arrival<T> arrive(Compilation mesh, Way<T, E> way) {
        try {
            return new Arrival<>(way.go(mesh), null);
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
