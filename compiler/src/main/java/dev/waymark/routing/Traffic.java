package dev.waymark.routing;

import java.util.Locale;

/** What clients address. */
public enum Traffic {
    /** The address of a Service or of a ServiceEntry. */
    SERVICE,
    /** The address of a pod or of a virtual machine. */
    WORKLOAD;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What clients of a target address; of a Namespace its services are meant. */
    public static Traffic of(Target target) {
        return target instanceof WorkloadView ? WORKLOAD : SERVICE;
    }
}
