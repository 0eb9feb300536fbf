package dev.waymark.conformance;

import org.jspecify.annotations.Nullable;

/** System properties by which the profile says where things are. */
final class Setting {
    private Setting() {}

    static String of(String property) {
        @Nullable String value = System.getProperty(property);
        if (value == null) {
            throw new AssertionError(property + " is not set: run `mvn -Pconformance -pl compiler verify`");
        }
        return value;
    }
}
