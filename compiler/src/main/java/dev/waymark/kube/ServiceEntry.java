package dev.waymark.kube;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hosts outside of the mesh, made known to it. */
public record ServiceEntry(Metadata metadata, List<String> hosts, List<Port> ports, String resolution)
        implements Resource {
    /** One port; {@code targetPort} where the host listens on another one. */
    public record Port(int number, String name, String protocol, Optional<Integer> targetPort) {
        Map<String, Object> tree() {
            return targetPort
                    .map(target ->
                            Ordered.tree("number", number, "name", name, "protocol", protocol, "targetPort", target))
                    .orElseGet(() -> Ordered.tree("number", number, "name", name, "protocol", protocol));
        }
    }

    public ServiceEntry {
        hosts = Ordered.list(hosts);
        ports = Ordered.list(ports);
    }

    @Override
    public Map<String, Object> tree() {
        Map<String, Object> spec = Ordered.tree(
                "hosts",
                hosts,
                "location",
                "MESH_EXTERNAL",
                "ports",
                ports.stream().map(Port::tree).toList(),
                "resolution",
                resolution);
        return Ordered.tree(
                "apiVersion", Kind.SERVICE_ENTRY.apiVersion(),
                "kind", Kind.SERVICE_ENTRY.kindName(),
                "metadata", metadata.tree(),
                "spec", spec);
    }
}
