package dev.waymark.diagnostic;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Keeps one mistake from giving many messages, where one line stands for many objects. */
public final class Once {
    private Once() {}

    /** Lets the first one of each key through; made anew for each stream, which must not be parallel. */
    public static <T> Predicate<T> per(Function<? super T, ?> key) {
        Set<Object> seen = new HashSet<>();
        return each -> seen.add(key.apply(each));
    }
}
