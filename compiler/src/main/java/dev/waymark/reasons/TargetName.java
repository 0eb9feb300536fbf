package dev.waymark.reasons;

import dev.waymark.kube.Kind;
import dev.waymark.kube.ObjectName;
import dev.waymark.kube.ObjectRef;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody asks about.
 *
 * @param object empty for a waypoint
 */
public record TargetName(Optional<ObjectRef> object, ObjectName name) {
    private static final String WAYPOINT = "waypoint";

    /** Those of kubectl. */
    private static final Map<String, Kind> SHORT_NAMES = Map.of(
            "ns", Kind.NAMESPACE,
            "svc", Kind.SERVICE,
            "po", Kind.POD,
            "deploy", Kind.DEPLOYMENT,
            "sts", Kind.STATEFUL_SET,
            "ds", Kind.DAEMON_SET,
            "cj", Kind.CRON_JOB,
            "se", Kind.SERVICE_ENTRY,
            "we", Kind.WORKLOAD_ENTRY);

    /** The kinds that can be asked about, in lower case. */
    public static List<String> kinds() {
        List<String> kinds = new ArrayList<>(
                Arrays.stream(Kind.values()).map(Kind::fileWord).sorted().toList());
        kinds.add(WAYPOINT);
        return kinds;
    }

    /**
     * Reads {@code KIND/NAMESPACE/NAME}, {@code namespace/NAME}, or {@code KIND/NAME} in a namespace that goes without
     * saying.
     *
     * @return empty if it is none of these
     */
    public static Optional<TargetName> of(String text, String namespace) {
        String[] parts = text.split("/", -1);
        if (parts.length < 2 || parts.length > 3 || Arrays.asList(parts).contains("")) {
            return Optional.empty();
        }
        String word = parts[0].toLowerCase(Locale.ROOT);
        ObjectName name = parts.length == 3 ? new ObjectName(parts[1], parts[2]) : new ObjectName(namespace, parts[1]);
        if (word.equals(WAYPOINT)) {
            return Optional.of(new TargetName(Optional.empty(), name));
        }
        return kind(word)
                .filter(kind -> kind != Kind.NAMESPACE || parts.length == 2)
                .map(kind -> of(kind, name));
    }

    private static Optional<Kind> kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.fileWord().equals(word))
                .findFirst()
                .or(() -> Optional.ofNullable(SHORT_NAMES.get(word)));
    }

    private static TargetName of(Kind kind, ObjectName name) {
        ObjectRef ref = kind == Kind.NAMESPACE
                ? ObjectRef.namespace(name.name())
                : new ObjectRef(kind, name.namespace(), name.name());
        return new TargetName(Optional.of(ref), name);
    }

    /** As it is asked for. */
    @Override
    public String toString() {
        return object.map(TargetName::words).orElse(WAYPOINT + "/" + name);
    }

    /** {@code service/shop/cart}, {@code namespace/shop}. */
    public static String words(ObjectRef ref) {
        String place = ref.kind() == Kind.NAMESPACE ? "" : ref.namespace() + "/";
        return ref.kind().fileWord() + "/" + place + ref.name();
    }
}
