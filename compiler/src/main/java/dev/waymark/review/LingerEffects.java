package dev.waymark.review;

import dev.waymark.kube.Kind;
import dev.waymark.lock.Lingering;
import dev.waymark.review.Change.Difference;
import java.util.Optional;
import java.util.stream.Stream;

/** What a rendered directory keeps though its documents no longer ask for it, since this change. */
final class LingerEffects implements Detector {
    @Override
    public Stream<Effect> find(Change change) {
        return change.after().state().lingering().stream()
                .filter(what -> !change.before().state().lingering().contains(what))
                .map(what -> change.effect(
                        EffectRule.LINGERS,
                        target(what),
                        Difference.come(
                                what.words(), Wording.of("{} stays until `waymark render --settle`", what.words())),
                        Optional.empty()));
    }

    private static Affected target(Lingering what) {
        String subject = what.subject();
        return switch (what.what()) {
            case ADMISSION, WAYPOINT -> named("Gateway", subject);
            case NAMESPACE -> new Affected("Namespace", subject, subject);
            case OBJECT -> object(subject);
            case COMPONENT -> new Affected("Component", "", subject);
            case UNIT -> new Affected("Unit", "", subject);
        };
    }

    private static Affected named(String kind, String subject) {
        int slash = subject.indexOf('/');
        return slash < 0
                ? new Affected(kind, subject, subject)
                : new Affected(kind, subject.substring(0, slash), subject.substring(slash + 1));
    }

    /** {@code service shop/cart} */
    private static Affected object(String subject) {
        int space = subject.indexOf(' ');
        String word = subject.substring(0, Math.max(space, 0));
        String kind = Stream.of(Kind.values())
                .filter(each -> each.fileWord().equals(word))
                .map(Kind::kindName)
                .findFirst()
                .orElse(word);
        return named(kind, subject.substring(space + 1));
    }
}
