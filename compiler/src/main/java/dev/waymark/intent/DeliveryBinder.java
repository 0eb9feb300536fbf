package dev.waymark.intent;

/** Binds {@code delivery}, of the intents or of a cluster. */
final class DeliveryBinder {
    private DeliveryBinder() {}

    static DeliveryIntent delivery(Fields fields) {
        return new DeliveryIntent(fields.optionalText("via"));
    }
}
