package dev.waymark.lower;

import dev.waymark.intent.ExternalIntent;
import dev.waymark.intent.ExternalIntent.EndpointIntent;
import dev.waymark.intent.ExternalIntent.PortIntent;
import dev.waymark.intent.Setting;
import dev.waymark.intent.Text;
import dev.waymark.kube.Metadata;
import dev.waymark.kube.ServiceEntry;
import dev.waymark.kube.ServiceEntry.Endpoint;
import dev.waymark.kube.ServiceEntry.Port;
import dev.waymark.kube.ServiceEntry.Spec;
import dev.waymark.mesh.External;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** An external becomes a ServiceEntry, with the labels of its waypoint; what stands twice in a list is written once. */
final class ServiceEntryLowering {
    private static final Comparator<Port> PORTS =
            Comparator.comparingInt(Port::number).thenComparing(Port::name);

    /** By all that they say, so that only endpoints that say the same change places. */
    private static final Comparator<Endpoint> ENDPOINTS = Comparator.comparing(
                    (Endpoint endpoint) -> endpoint.address().orElse(""))
            .thenComparing(endpoint -> endpoint.network().orElse(""))
            .thenComparing(endpoint -> endpoint.ports().toString())
            .thenComparing(endpoint -> endpoint.labels().toString());

    private ServiceEntryLowering() {}

    static ServiceEntry lower(External external) {
        ExternalIntent intent = external.intent();
        SortedMap<String, String> labels = map(intent.labels());
        labels.putAll(external.labels());
        return new ServiceEntry(
                new Metadata(external.name(), labels, external.marks().annotations()),
                new Spec(
                        sorted(intent.hosts()),
                        sorted(intent.addresses()),
                        external.isOutside() ? "MESH_EXTERNAL" : "MESH_INTERNAL",
                        intent.ports().stream()
                                .map(ServiceEntryLowering::port)
                                .sorted(PORTS)
                                .toList(),
                        external.resolution().name(),
                        intent.endpoints().stream()
                                .map(ServiceEntryLowering::endpoint)
                                .sorted(ENDPOINTS)
                                .distinct()
                                .toList()));
    }

    private static List<String> sorted(List<Text> texts) {
        return texts.stream().map(Text::value).sorted().distinct().toList();
    }

    private static Port port(PortIntent port) {
        return new Port(port.number(), port.nameOrDerived(), port.protocol(), port.targetPort());
    }

    private static Endpoint endpoint(EndpointIntent endpoint) {
        SortedMap<String, Integer> ports = new TreeMap<>();
        endpoint.ports().forEach(port -> ports.put(port.name().value(), port.number()));
        return new Endpoint(
                endpoint.address().map(Text::value),
                endpoint.network().map(Text::value),
                ports,
                map(endpoint.labels()));
    }

    private static SortedMap<String, String> map(List<Setting> settings) {
        SortedMap<String, String> map = new TreeMap<>();
        settings.forEach(
                setting -> map.put(setting.key().value(), setting.value().value()));
        return map;
    }
}
