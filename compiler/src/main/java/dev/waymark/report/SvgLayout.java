package dev.waymark.report;

import dev.waymark.kube.Ordered;
import dev.waymark.report.Picture.Edge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the boxes and lines of a picture stand, in pixels from the top: namespaces below each other, with a line of their
 * own for each waypoint that they use, and waypoints where their lines come in.
 *
 * @param starts where each line leaves its namespace
 */
record SvgLayout(List<Place> groups, List<Place> waypoints, List<Integer> starts, int bottom) {
    /** A box. */
    record Place(int top, int height) {
        int middle() {
            return top + height / 2;
        }

        int bottom() {
            return top + height;
        }
    }

    SvgLayout {
        groups = Ordered.list(groups);
        waypoints = Ordered.list(waypoints);
        starts = Ordered.list(starts);
    }

    static SvgLayout of(Picture picture, int head, int line, int box, int space) {
        List<Place> groups = new ArrayList<>();
        int[] starts = new int[picture.edges().size()];
        int top = head;
        for (int group = 0; group < picture.groups().size(); group++) {
            int count = 0;
            for (int index = 0; index < picture.edges().size(); index++) {
                if (picture.edges().get(index).group() == group) {
                    starts[index] = top + line + count++ * line;
                }
            }
            groups.add(new Place(top, Math.max(box, (count + 1) * line - line / 2)));
            top = groups.get(group).bottom() + space;
        }
        List<Place> waypoints = waypoints(picture, starts, head, box, space);
        int lowest = waypoints.stream().mapToInt(Place::bottom).max().orElse(head);
        return new SvgLayout(groups, waypoints, IntStream.of(starts).boxed().toList(), Math.max(top - space, lowest));
    }

    /** Each as near to the middle of its lines as the one above it lets it. */
    private static List<Place> waypoints(Picture picture, int[] starts, int head, int box, int space) {
        int count = picture.waypoints().size();
        double[] wanted = new double[count];
        for (int waypoint = 0; waypoint < count; waypoint++) {
            int node = waypoint;
            wanted[waypoint] = IntStream.range(0, starts.length)
                    .filter(index -> edge(picture, index).waypoint() == node)
                    .map(index -> starts[index])
                    .average()
                    .orElse(head);
        }
        List<Integer> order = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> wanted[index]))
                .toList();
        Place[] places = new Place[count];
        int free = head;
        for (int waypoint : order) {
            int top = Math.max(free, (int) wanted[waypoint] - box / 2);
            places[waypoint] = new Place(top, box);
            free = top + box + space;
        }
        return List.of(places);
    }

    private static Edge edge(Picture picture, int index) {
        return picture.edges().get(index);
    }
}
