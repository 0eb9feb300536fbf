package dev.waymark.lower;

import dev.waymark.kube.ObjectRef;

/**
 * An object says that it uses a waypoint.
 *
 * @param waypoint {@code NAMESPACE/NAME}
 */
record Label(ObjectRef object, String waypoint) {
    @Override
    public String toString() {
        return object + " uses " + waypoint;
    }
}
