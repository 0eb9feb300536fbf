package dev.waymark.lower;

import dev.waymark.intent.ExternalIntent.PortIntent;
import dev.waymark.intent.Text;
import dev.waymark.kube.Metadata;
import dev.waymark.kube.ServiceEntry;
import dev.waymark.kube.ServiceEntry.Port;
import dev.waymark.mesh.External;
import java.util.Comparator;
import java.util.List;

/** An external becomes a ServiceEntry, with the labels of its waypoint. */
final class ServiceEntryLowering {
    private ServiceEntryLowering() {}

    static ServiceEntry lower(External external) {
        List<String> hosts = external.intent().hosts().stream()
                .map(Text::value)
                .sorted()
                .distinct()
                .toList();
        return new ServiceEntry(
                new Metadata(
                        external.name(),
                        external.marks().labels(),
                        external.marks().annotations()),
                hosts,
                external.intent().ports().stream()
                        .map(ServiceEntryLowering::port)
                        .sorted(Comparator.comparingInt(Port::number).thenComparing(Port::name))
                        .toList(),
                external.resolution());
    }

    private static Port port(PortIntent port) {
        return new Port(port.number(), port.nameOrDerived(), port.protocol(), port.targetPort());
    }
}
