package dev.waymark;

import dev.waymark.testing.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes out of a case what the language cannot express, and what is refused before the rules of the webhook are asked, so
 * that every case says something of those rules: hosts, ports and labels are replaced by valid ones that mean as much to
 * the other rules, and what the webhook said of them is taken out of its answer.
 */
final class Mending {
    private static final Pattern HOST =
            Pattern.compile("(?:\\*\\.)?(?:[A-Za-z0-9](?:[-A-Za-z0-9]{0,61}[A-Za-z0-9])?\\.)*"
                    + "(?![0-9]+$)[A-Za-z0-9](?:[-A-Za-z0-9]{0,61}[A-Za-z0-9])?\\.?");

    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9](?:[-A-Za-z0-9_./]*[A-Za-z0-9])?");
    private static final int LONGEST_HOST = 255;

    private static final Set<String> PROTOCOLS = Set.of("HTTP", "HTTPS", "HTTP2", "GRPC", "TCP", "TLS", "MONGO");

    /** What the webhook says of what is mended. */
    private static final List<String> MENDED = List.of(
            "domain name ",
            "empty domain name ",
            "invalid host ",
            "partial wildcard ",
            "hosts must be FQDN ",
            "service entry must have at least one host",
            "unsupported protocol: ",
            "port number ",
            "invalid port name: ",
            "invalid tag ",
            " is not a valid IP",
            "service entry: workload selector ",
            "only one of WorkloadSelector ",
            "workloadSelector should not ",
            "duplicate entries in exportTo",
            "cannot have both public ",
            "cannot export service entry ",
            "only .,*, or ");

    private Mending() {}

    static ServiceEntryCase mend(ServiceEntryCase each) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("hosts", hosts(each.spec()));
        spec.put("ports", ports(each.spec()));
        spec.put("resolution", each.spec().text("resolution"));
        if (each.spec().map().containsKey("location")) {
            spec.put("location", each.spec().text("location"));
        }
        put(
                spec,
                "addresses",
                each.spec().list("addresses").stream()
                        .filter(address -> !address.equals(""))
                        .toList());
        put(
                spec,
                "endpoints",
                each.spec().trees("endpoints").stream().map(Mending::endpoint).toList());
        List<String> errors = words(each.errors());
        return new ServiceEntryCase(
                each.name(), new Tree(spec), labels(each.labels()), errors.isEmpty(), errors, words(each.warnings()));
    }

    private static void put(Map<String, Object> spec, String key, List<?> list) {
        if (!list.isEmpty()) {
            spec.put(key, list);
        }
    }

    /** The number of an endpoint's port is part of what is said of its name. */
    private static List<String> words(List<String> words) {
        return words.stream()
                .filter(word -> MENDED.stream().noneMatch(word::startsWith))
                .map(word -> word.replace("endpoint port 0 ", "endpoint port 1 "))
                .toList();
    }

    private static List<Object> hosts(Tree spec) {
        List<Object> hosts = new ArrayList<>();
        for (Object host : spec.list("hosts")) {
            String text = (String) host;
            boolean valid = text.length() <= LONGEST_HOST && HOST.matcher(text).matches() && !hosts.contains(text);
            hosts.add(valid ? text : (text.startsWith("*") ? "*." : "") + "mended-" + hosts.size() + ".example.net");
        }
        if (hosts.isEmpty()) {
            hosts.add(spec.text("resolution").equals("DYNAMIC_DNS") ? "*.example.net" : "example.net");
        }
        return hosts;
    }

    private static List<Object> ports(Tree spec) {
        List<Object> ports = new ArrayList<>();
        for (Tree port : spec.trees("ports")) {
            Map<String, Object> mended = new LinkedHashMap<>(port.map());
            String name = (String) mended.getOrDefault("name", "");
            mended.put("name", NAME.matcher(name).matches() ? name : "mended-" + ports.size());
            mended.put("number", number(port.value("number"), 10_000 + ports.size()));
            mended.computeIfPresent("targetPort", (key, number) -> number(number, 1));
            mended.put("protocol", protocol((String) mended.getOrDefault("protocol", "")));
            ports.add(mended);
        }
        return ports;
    }

    private static Object number(Object number, int other) {
        int value = (Integer) number;
        return value >= 1 && value <= 65_535 ? value : other;
    }

    /** An unset one is warned of like TCP; unknown ones, and lower-case TCP, are neither HTTP nor TLS, and not TCP. */
    private static String protocol(String protocol) {
        String known = Stream.of(protocol, protocol.toUpperCase(Locale.ROOT))
                .filter(PROTOCOLS::contains)
                .findFirst()
                .orElse("MONGO");
        if (protocol.isEmpty()) {
            return "TCP";
        }
        boolean http = protocol.equals("HTTP_PROXY") || protocol.equalsIgnoreCase("grpc-web");
        return http ? "HTTP" : protocol.equals("tcp") ? "MONGO" : known;
    }

    private static Map<String, Object> endpoint(Tree endpoint) {
        Map<String, Object> mended = new LinkedHashMap<>(endpoint.map());
        mended.keySet().retainAll(Set.of("address", "network", "ports", "labels"));
        mended.computeIfPresent("ports", (key, ports) -> endpointPorts(endpoint.at("ports")));
        mended.computeIfPresent("labels", (key, labels) -> {
            Map<String, Object> kept = new LinkedHashMap<>(endpoint.at("labels").map());
            kept.keySet().removeIf(label -> !LABEL.matcher(label).matches() || label.startsWith("istio.io/"));
            kept.values().removeIf(value -> !LABEL.matcher((String) value).matches());
            return kept;
        });
        return mended;
    }

    private static Map<String, Object> endpointPorts(Tree ports) {
        Map<String, Object> mended = new LinkedHashMap<>();
        ports.map().forEach((name, number) -> mended.put(name, number(number, 1)));
        return mended;
    }

    private static Tree labels(Tree labels) {
        Map<String, Object> mended = new LinkedHashMap<>(labels.map());
        mended.computeIfPresent(
                ServiceEntryCase.USE_WAYPOINT,
                (key, waypoint) -> waypoint.equals("waypoint") ? waypoint : ServiceEntryCase.NONE);
        return new Tree(mended);
    }
}
