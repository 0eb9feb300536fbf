package dev.waymark.kube;

import java.util.List;
import java.util.stream.IntStream;

/** A minor version of Istio 1.x, as far as it decides what can be rendered. */
public record IstioVersion(int minor) implements Comparable<IstioVersion> {
    public static final IstioVersion NEWEST = new IstioVersion(31);

    private static final IstioVersion OLDEST = new IstioVersion(27);

    /** The first one with resolution {@code DYNAMIC_DNS}. */
    public static final IstioVersion DYNAMIC_DNS = new IstioVersion(28);

    /** The first one with canaries. */
    public static final IstioVersion CANARY = new IstioVersion(31);

    /** The first one whose data plane knows entries with ranges of addresses. */
    public static final IstioVersion ADDRESS_RANGES = new IstioVersion(30);

    /** The first one that says nothing of a workload that inherits a waypoint for services. */
    public static final IstioVersion SILENT_WORKLOADS = new IstioVersion(30);

    /** The first one that reads {@code ingress-use-waypoint} as Go reads truth values. */
    public static final IstioVersion PARSED_BOOLEANS = new IstioVersion(30);

    /** The first one in which a mesh can hide ServiceEntries. */
    public static final IstioVersion ENTRY_VISIBILITY = new IstioVersion(31);

    /** The first one that takes {@code DYNAMIC_DNS} inside of the mesh. */
    public static final IstioVersion INTERNAL_DYNAMIC_DNS = new IstioVersion(30);

    /** All that are known, the oldest first. */
    public static List<IstioVersion> known() {
        return IntStream.rangeClosed(OLDEST.minor, NEWEST.minor)
                .mapToObj(IstioVersion::new)
                .toList();
    }

    /** @param text such as {@code 1.30} */
    public static IstioVersion of(String text) {
        return new IstioVersion(Integer.parseInt(text.substring(text.indexOf('.') + 1)));
    }

    /** What a port may speak under {@code DYNAMIC_DNS}; nothing before there was such a resolution. */
    public List<String> dynamicProtocols() {
        return switch (minor) {
            case 28 -> List.of("HTTP");
            case 29 -> List.of("HTTP", "TLS");
            default -> isAtLeast(DYNAMIC_DNS) ? List.of("HTTP", "TLS", "GRPC", "HTTP2") : List.of();
        };
    }

    /** Whether a waypoint can have a canary. */
    public boolean hasCanaries() {
        return isAtLeast(CANARY);
    }

    /** What Istio's webhook says of them. */
    public String dynamicProtocolsInWords() {
        return switch (minor) {
            case 28 -> "HTTP protocol is supported";
            case 29 -> "HTTP and TLS protocol is supported";
            default -> "HTTP, TLS, GRPC, and HTTP2 protocols are supported";
        };
    }

    public boolean isAtLeast(IstioVersion other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(IstioVersion other) {
        return Integer.compare(minor, other.minor);
    }

    @Override
    public String toString() {
        return "1." + minor;
    }
}
