package dev.waymark.report;

import dev.waymark.kube.ObjectName;
import dev.waymark.report.Picture.Way;
import dev.waymark.review.Tie;
import dev.waymark.review.Tie.State;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a change does to who uses which waypoint, as a picture: what stays direct is counted, what moves is drawn. */
final class ChangePicture {
    private ChangePicture() {}

    static Picture of(List<Tie> ties) {
        SortedMap<String, Usage> usages = new TreeMap<>();
        ties.forEach(tie -> add(usages.computeIfAbsent(placed(tie, tie.namespace()), name -> new Usage()), tie));
        return Picture.ofUsages(usages);
    }

    private static void add(Usage usage, Tie tie) {
        boolean staysDirect = tie.waypoint().isEmpty() && tie.state() == State.SAME;
        tie.targets().forEach((kind, count) -> {
            if (staysDirect) {
                usage.addDirect(words(kind), count);
            } else {
                usage.add(new Usage.Tie(waypoint(tie), way(tie.state()), ""), words(kind), count);
            }
        });
    }

    private static ObjectName waypoint(Tie tie) {
        return tie.waypoint()
                .map(name -> new ObjectName(placed(tie, name.namespace()), name.name()))
                .orElse(PictureBuilder.DIRECT);
    }

    /** A namespace under the name of its cluster, if there are several. */
    private static String placed(Tie tie, String namespace) {
        return tie.cluster().map(cluster -> cluster + ": " + namespace).orElse(namespace);
    }

    private static Way way(State state) {
        return switch (state) {
            case NEW -> Way.NEW;
            case GONE -> Way.GONE;
            case CHANGED -> Way.CHANGED;
            case SAME -> Way.THROUGH;
        };
    }

    /** {@code ServiceEntry} as people say it: {@code service entry}. */
    private static String words(String kind) {
        return kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
