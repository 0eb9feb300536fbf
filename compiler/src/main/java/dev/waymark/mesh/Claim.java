package dev.waymark.mesh;

import dev.waymark.intent.Text;
import dev.waymark.kube.ObjectName;
import java.util.Optional;

/**
 * What one entry of a document wants of an object's labels.
 *
 * @param waypoint empty for an opt-out
 * @param phase of the waypoint; one that is not known is taken to serve
 * @param own whether it stands under the waypoint's own consumers, which alone decide what its Gateway says
 * @param via how it says that the labels reach the object
 */
record Claim(Consumer consumer, Optional<ObjectName> waypoint, Phase phase, boolean own, Optional<Text> via) {
    boolean serves() {
        return phase == Phase.SERVE;
    }

    /** Whether a later claim of the same object and waypoint adds nothing; what it does not state, it leaves as it is. */
    boolean saysAll(Claim later) {
        Optional<Boolean> ingress = later.consumer.ingress();
        boolean sameVia = later.via.isEmpty() || later.via.map(Text::value).equals(via.map(Text::value));
        return sameVia && (ingress.isEmpty() || ingress.equals(consumer.ingress()));
    }

    /** As a message marks it. */
    String words() {
        return waypoint.map(name -> "enrolled in " + name).orElse("opted out");
    }
}
