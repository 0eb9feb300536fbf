package dev.waymark.kube;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Hosts, mostly outside of the mesh, made known to it. */
public record ServiceEntry(Metadata metadata, Spec spec) implements Resource {
    /**
     * The hosts and how they are reached. Lists that are empty are left out.
     *
     * @param addresses virtual ones, that clients dial
     */
    public record Spec(
            List<String> hosts,
            List<String> addresses,
            String location,
            List<Port> ports,
            String resolution,
            List<Endpoint> endpoints) {
        public Spec {
            hosts = Ordered.list(hosts);
            addresses = Ordered.list(addresses);
            ports = Ordered.list(ports);
            endpoints = Ordered.list(endpoints);
        }

        Map<String, Object> tree() {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("hosts", hosts);
            if (!addresses.isEmpty()) {
                tree.put("addresses", addresses);
            }
            tree.put("location", location);
            tree.put("ports", ports.stream().map(Port::tree).toList());
            tree.put("resolution", resolution);
            if (!endpoints.isEmpty()) {
                tree.put("endpoints", endpoints.stream().map(Endpoint::tree).toList());
            }
            return tree;
        }
    }

    /** One port; {@code targetPort} where the host listens on another one. */
    public record Port(int number, String name, String protocol, Optional<Integer> targetPort) {
        Map<String, Object> tree() {
            return targetPort
                    .map(target ->
                            Ordered.tree("number", number, "name", name, "protocol", protocol, "targetPort", target))
                    .orElseGet(() -> Ordered.tree("number", number, "name", name, "protocol", protocol));
        }
    }

    /**
     * Where the hosts really are: an address, a network or both.
     *
     * @param ports numbers that are dialled here, by the names of ports
     */
    public record Endpoint(
            Optional<String> address,
            Optional<String> network,
            SortedMap<String, Integer> ports,
            SortedMap<String, String> labels) {
        public Endpoint {
            ports = Ordered.sorted(ports);
            labels = Ordered.sorted(labels);
        }

        Map<String, Object> tree() {
            Map<String, Object> tree = new LinkedHashMap<>();
            address.ifPresent(value -> tree.put("address", value));
            network.ifPresent(value -> tree.put("network", value));
            tree.putAll(Ordered.tree("ports", ports, "labels", labels));
            return tree;
        }
    }

    @Override
    public Map<String, Object> tree() {
        return Ordered.tree(
                "apiVersion", Kind.SERVICE_ENTRY.apiVersion(),
                "kind", Kind.SERVICE_ENTRY.kindName(),
                "metadata", metadata.tree(),
                "spec", spec.tree());
    }
}
