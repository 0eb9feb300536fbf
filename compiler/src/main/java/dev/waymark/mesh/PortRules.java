package dev.waymark.mesh;

import dev.waymark.diagnostic.Diagnostic;
import dev.waymark.diagnostic.Severity;
import dev.waymark.intent.ExternalIntent.PortIntent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The {@code ports} of an external, each by itself. */
final class PortRules {
    private PortRules() {}

    static Stream<Diagnostic> find(External external) {
        return Stream.concat(repeated(external.intent().ports()).stream(), tcpWithoutAddress(external));
    }

    private static List<Diagnostic> repeated(List<PortIntent> ports) {
        List<Diagnostic> found = new ArrayList<>();
        Map<Integer, PortIntent> numbers = new HashMap<>();
        Map<String, PortIntent> names = new HashMap<>();
        for (PortIntent port : ports) {
            String name = port.nameOrDerived();
            PortIntent sameNumber = numbers.putIfAbsent(port.number(), port);
            PortIntent sameName = names.putIfAbsent(name, port);
            if (sameNumber != null) {
                found.add(twice("the port " + port.number(), "service entry port " + port.number(), port, sameNumber));
            } else if (sameName != null) {
                found.add(twice(
                        "the port name `" + name + "`", "service entry port name \"" + name + "\"", port, sameName));
            }
        }
        return found;
    }

    private static Diagnostic twice(String what, String istio, PortIntent port, PortIntent first) {
        return Refusal.webhook(what + " stands twice", istio + " already defined", "keep one of the two")
                .at(port.span(), "stated again")
                .and(first.span(), "stated first");
    }

    private static Stream<Diagnostic> tcpWithoutAddress(External external) {
        boolean hasAddress =
                external.isAllocated() || !external.intent().addresses().isEmpty();
        List<PortIntent> ports = external.intent().ports().stream()
                .filter(port -> !hasAddress && port.protocol().equals("TCP"))
                .toList();
        return ports.stream().limit(1).map(first -> tcpWithoutAddress(external, ports));
    }

    private static Diagnostic tcpWithoutAddress(External external, List<PortIntent> ports) {
        PortIntent first = ports.get(0);
        String allocate = external.resolution() == Resolution.NONE
                ? "leave `resolution` out"
                : "remove the label that switches allocation off";
        return Refusal.webhook(
                        "nothing tells the connections of the TCP port " + first.number() + " from others",
                        "addresses are required for ports serving TCP (or unset) protocol when IP Autoallocation is "
                                + "not enabled",
                        "list `addresses`, or " + allocate + ", so that an address is allocated")
                .as(Severity.WARNING)
                .at(first.span())
                .andEach(ports.stream().skip(1).map(PortIntent::span).toList(), "nor those of this one");
    }
}
