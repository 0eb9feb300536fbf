package dev.waymark.intent;

import dev.waymark.source.Span;
import java.util.List;

/** Who may use a waypoint beyond its own consumers. */
public sealed interface AdmitsIntent {
    Span span();

    /** The namespaces that are listed. */
    record Namespaces(List<Text> names, Span span) implements AdmitsIntent {}

    /** The namespaces whose labels match, as a Kubernetes label selector. */
    record Selector(List<Setting> matchLabels, List<Expression> matchExpressions, Span span) implements AdmitsIntent {}

    /** One requirement of a selector. */
    record Expression(Text key, Text operator, List<Text> values) {}

    /** Every namespace. */
    record Everyone(Span span) implements AdmitsIntent {}
}
