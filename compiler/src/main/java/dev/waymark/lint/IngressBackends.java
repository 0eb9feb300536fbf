package dev.waymark.lint;

import dev.waymark.inventory.Fields;
import dev.waymark.inventory.Inventory;
import dev.waymark.inventory.InventoryObject;
import dev.waymark.kube.Gateway;
import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import dev.waymark.routing.MeshConfig;
import dev.waymark.source.Span;
import dev.waymark.yaml.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Services to which ingress gateways of Istio lead, each with the first place that says so. */
final class IngressBackends {
    /**
     * Where a gateway leads to a Service.
     *
     * @param gateway as its route names it
     */
    record Backend(String gateway, Span at) {}

    private static final List<String> ROUTES = List.of("GRPCRoute", "HTTPRoute", "TCPRoute", "TLSRoute");
    private static final String ISTIO = "networking.istio.io";
    private static final List<String> PROTOCOLS = List.of("http", "tls", "tcp");
    private static final String CLIENTS = "mesh";
    private static final String NAMESPACE = "namespace";

    private final Subject subject;
    private final Map<ObjectRef, Backend> backends = new HashMap<>();

    private IngressBackends(Subject subject) {
        this.subject = subject;
    }

    static Map<ObjectRef, Backend> of(Subject subject) {
        IngressBackends found = new IngressBackends(subject);
        Inventory inventory = subject.inventory();
        ROUTES.forEach(kind -> inventory.others(Gateway.GROUP, kind).forEach(found::addRoute));
        inventory.others(ISTIO, "VirtualService").forEach(found::addVirtualService);
        return found.backends;
    }

    private void addRoute(InventoryObject route) {
        Fields.list(route.root(), "spec", "parentRefs").stream()
                .flatMap(parent -> ingress(route, parent).stream())
                .findFirst()
                .ifPresent(gateway -> Fields.list(route.root(), "spec", "rules").stream()
                        .flatMap(rule -> Fields.list(rule, "backendRefs").stream())
                        .forEach(backend -> addBackend(route, backend, gateway.toString())));
    }

    private Optional<ObjectName> ingress(InventoryObject route, YamlNode parent) {
        boolean isGateway = Fields.text(parent, "kind").orElse("Gateway").equals("Gateway")
                && Fields.text(parent, "group").orElse(Gateway.GROUP).equals(Gateway.GROUP);
        ObjectName name = new ObjectName(
                Fields.text(parent, NAMESPACE).orElse(route.id().namespace()),
                Fields.text(parent, "name").orElse(""));
        return subject.view()
                .gateway(name)
                .filter(gateway -> isGateway && Waypoints.isIngress(subject, gateway))
                .map(gateway -> name);
    }

    private void addBackend(InventoryObject route, YamlNode backend, String gateway) {
        boolean isService = Fields.text(backend, "kind").orElse("Service").equals("Service")
                && Fields.text(backend, "group").orElse("").isEmpty();
        if (isService) {
            String namespace = Fields.text(backend, NAMESPACE).orElse(route.id().namespace());
            Fields.scalar(backend, "name")
                    .ifPresent(name -> put(new ObjectName(namespace, name.text()), new Backend(gateway, name.span())));
        }
    }

    private void addVirtualService(InventoryObject service) {
        List<String> gateways = Fields.texts(service.root(), "spec", "gateways").stream()
                .filter(name -> !name.equals(CLIENTS))
                .toList();
        if (!gateways.isEmpty()) {
            PROTOCOLS.stream()
                    .flatMap(protocol -> Fields.list(service.root(), "spec", protocol).stream())
                    .filter(route -> !isForClients(route))
                    .flatMap(route -> Fields.list(route, "route").stream())
                    .flatMap(route -> Fields.scalar(route, "destination", "host").stream())
                    .forEach(host -> name(host.text(), service)
                            .ifPresent(name -> put(name, new Backend(gateways.get(0), host.span()))));
        }
    }

    /** Whether all matches of a route are for clients in the mesh. */
    private static boolean isForClients(YamlNode route) {
        List<YamlNode> matches = Fields.list(route, "match");
        return !matches.isEmpty()
                && matches.stream()
                        .allMatch(match -> Fields.texts(match, "gateways").equals(List.of(CLIENTS)));
    }

    /** The Service of a host (istio {@code pkg/config/resource}: a name without dots is in the namespace of the rule). */
    private static Optional<ObjectName> name(String host, InventoryObject service) {
        String[] parts = host.split("\\.", 3);
        if (parts.length == 1) {
            return Optional.of(new ObjectName(service.id().namespace(), host));
        }
        boolean local = parts.length == 3 && parts[2].equals("svc." + MeshConfig.DEFAULT.domain());
        return local ? Optional.of(new ObjectName(parts[1], parts[0])) : Optional.empty();
    }

    private void put(ObjectName service, Backend backend) {
        backends.putIfAbsent(new ObjectRef(Kind.SERVICE, service.namespace(), service.name()), backend);
    }
}
