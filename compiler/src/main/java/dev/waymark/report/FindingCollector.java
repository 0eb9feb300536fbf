package dev.waymark.report;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.report.Finding.Other;
import dev.waymark.report.Finding.Spot;
import dev.waymark.review.Affected;
import dev.waymark.review.Effect;
import dev.waymark.source.Sha256;
import dev.waymark.source.Span;
import dev.waymark.yaml.Place;
import dev.waymark.yaml.Places;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Makes findings, and tells those apart that look the same. */
final class FindingCollector {
    private final Places places;
    private final UnaryOperator<String> naming;
    private final Spot nowhere;
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<Finding> list = new ArrayList<>();

    /**
     * A collector of the findings of one run.
     *
     * @param input what the command was told to read
     * @param naming how a file that was read is called
     */
    FindingCollector(Places places, String input, UnaryOperator<String> naming) {
        String first = places.firstFile().map(file -> file.name()).orElse(input);
        this.places = places;
        this.naming = naming;
        this.nowhere = new Spot(naming.apply(first), Region.START);
    }

    Findings findings() {
        return new Findings(list);
    }

    void add(Diagnostic diagnostic) {
        Spot place = diagnostic.span().map(this::spot).orElse(nowhere);
        FindingRule rule = FindingRule.of(diagnostic.code());
        list.add(new Finding(
                rule,
                diagnostic.severity(),
                Sentences.of(diagnostic),
                place,
                diagnostic.related().stream()
                        .map(Other::of)
                        .map(other -> new Other(other.message(), named(other.place())))
                        .toList(),
                fingerprint(rule.id(), FileName.relative(place.file()), pointer(diagnostic))));
    }

    void add(Effect effect) {
        FindingRule rule = FindingRule.of(effect.rule());
        list.add(new Finding(
                rule,
                rule.severity(),
                Sentences.of(effect),
                effect.cause().map(this::spot).orElse(nowhere),
                List.of(),
                fingerprint(parts(effect))));
    }

    private Spot spot(Span span) {
        return new Spot(naming.apply(span.file().name()), Region.of(span));
    }

    /** What was removed has no line any more: that of the old side would stand beside something else. */
    private Spot spot(Effect.Cause cause) {
        Spot place = spot(cause.span());
        return cause.removed() ? new Spot(place.file(), Region.START) : place;
    }

    private Spot named(Spot place) {
        return new Spot(naming.apply(place.file()), place.region());
    }

    private String pointer(Diagnostic diagnostic) {
        return diagnostic
                .subject()
                .map(places::ofValue)
                .or(() -> diagnostic.span().map(places::of))
                .map(Place::pointer)
                .orElse("");
    }

    private static String[] parts(Effect effect) {
        Affected target = effect.target();
        return Stream.of(
                        effect.rule().word(),
                        target.kind(),
                        target.namespace(),
                        target.name(),
                        orNone(effect.cluster()),
                        orNone(effect.before()),
                        orNone(effect.after()))
                .toArray(String[]::new);
    }

    /** No name that there is looks like one that is missing. */
    private static String orNone(Optional<String> name) {
        return name.map("+"::concat).orElse("");
    }

    private String fingerprint(String... parts) {
        String hash = hash(parts);
        return hash + ":" + seen.merge(hash, 1, Integer::sum);
    }

    private static String hash(String... parts) {
        byte[] text = String.join("\0", parts).getBytes(StandardCharsets.UTF_8);
        return Sha256.of(text);
    }
}
