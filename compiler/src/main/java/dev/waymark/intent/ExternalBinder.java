package dev.waymark.intent;

import dev.waymark.intent.ExternalIntent.EndpointIntent;
import dev.waymark.intent.ExternalIntent.NamedPort;
import dev.waymark.intent.ExternalIntent.PortIntent;

/** Binds an entry of {@code externals}. */
final class ExternalBinder {
    private ExternalBinder() {}

    static ExternalIntent external(Fields fields) {
        return new ExternalIntent(
                fields.text("name"),
                fields.text("namespace"),
                fields.texts("hosts"),
                fields.list("ports", ExternalBinder::port),
                fields.optionalText("resolution"),
                fields.optionalText("location"),
                fields.texts("addresses"),
                fields.list("endpoints", ExternalBinder::endpoint),
                fields.settings("labels"));
    }

    private static PortIntent port(Fields fields) {
        return new PortIntent(
                fields.number("number").orElseThrow(),
                fields.text("protocol").value(),
                fields.optionalText("name"),
                fields.number("targetPort"),
                fields.span());
    }

    private static EndpointIntent endpoint(Fields fields) {
        return new EndpointIntent(
                fields.optionalText("address"),
                fields.entries("ports", (name, number) -> new NamedPort(name, Fields.number(number))),
                fields.settings("labels"),
                fields.optionalText("network"),
                fields.span());
    }
}
