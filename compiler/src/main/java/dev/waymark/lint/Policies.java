package dev.waymark.lint;

import dev.waymark.policy.Attachment;
import dev.waymark.policy.Binding;
import dev.waymark.policy.Policy;
import dev.waymark.policy.Webhook;
import java.util.stream.Stream;

/** What the rules about policies begin with. */
final class Policies {
    private Policies() {}

    /** Those that may be complained of. */
    static Stream<Policy> judged(Subject subject) {
        return Policy.all(subject.inventory()).filter(policy -> subject.judges(policy.span()));
    }

    /** Those of them that the API server takes: a refused one does not exist. */
    static Stream<Policy> taken(Subject subject) {
        return judged(subject).filter(policy -> Webhook.refusals(policy).isEmpty());
    }

    /** What comes of all their targets. */
    static Stream<Binding> bindings(Subject subject) {
        Attachment attachment = new Attachment(subject.routing());
        return taken(subject).flatMap(attachment::bind);
    }
}
