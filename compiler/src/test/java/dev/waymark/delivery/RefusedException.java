package dev.waymark.delivery;

/** The API server does not take what somebody sent. */
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedException(ObjectKey object, String why) {
        super(object + ": " + why);
    }
}
