package dev.waymark.lint;

import dev.waymark.diagnostic.Diagnostic;
import java.util.stream.Stream;

/** One rule. */
@FunctionalInterface
interface Rule {
    Stream<Diagnostic> find(Subject subject);
}
