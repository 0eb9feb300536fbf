package dev.waymark.routing;

/** Why there is a waypoint or none; the first ones in Istio's words (istio {@code pilot/pkg/model/service.go}). */
public enum Reason {
    ACCEPTED("WaypointAccepted"),
    NOT_READY("WaypointIsNotReady"),
    DENIED("AttachmentDenied"),
    UNSUPPORTED_TRAFFIC("UnsupportedTrafficType"),
    CROSS_NAMESPACE("CrossNamespaceWaypointForbidden"),
    CANARY_SAME("CanarySameAsPrimary"),
    CANARY_WEIGHT("CanaryInvalidWeight"),
    /** istiod has neither a waypoint nor an error. */
    NOT_ENROLLED("NotEnrolled"),
    /** The object itself says {@code none}. */
    OPTED_OUT("OptedOut"),
    /** It depends on something that is not known here. */
    UNKNOWN("Unknown");

    private final String word;

    Reason(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Whether the object asks for a waypoint and istiod gives it none. */
    public boolean isRefusal() {
        return this == NOT_READY || this == DENIED || this == UNSUPPORTED_TRAFFIC || this == CROSS_NAMESPACE;
    }
}
