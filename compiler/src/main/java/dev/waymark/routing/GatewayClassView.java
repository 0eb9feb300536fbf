package dev.waymark.routing;

/**
 * A GatewayClass.
 *
 * @param controller such as {@code istio.io/mesh-controller}
 */
public record GatewayClassView(String name, String controller, Labels labels, Labels annotations) {}
