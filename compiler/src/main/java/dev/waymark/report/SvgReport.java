package dev.waymark.report;

import dev.waymark.report.Picture.Edge;
import dev.waymark.report.Picture.Way;
import dev.waymark.routing.Route;
import java.util.List;
import java.util.Locale;

/** Who uses which waypoint, drawn: namespaces on the left, waypoints on the right, in light and in dark. */
public final class SvgReport {
    private static final int ROW = 58;
    private static final int BOX = 42;
    private static final int MARGIN = 24;
    private static final int HEAD = 44;
    private static final int GAP = 360;
    private static final double CELL = 7.3;

    private static final String STYLE = """
              <style>
                svg { color-scheme: light dark; }
                .page { fill: #ffffff; }
                text { font: 12px ui-monospace, Menlo, Consolas, monospace; fill: #1f2328; }
                .head { font-weight: 600; }
                .small { fill: #59636e; font-size: 11px; }
                .box { fill: #f6f8fa; stroke: #8c959f; }
                .waypoint { fill: #ddf4ff; stroke: #0969da; }
                .edge { fill: none; stroke: #57606a; stroke-width: 1.5; }
                .canary { stroke-dasharray: 6 4; }
                .unknown { stroke-dasharray: 2 4; }
                .refused { stroke: #d1242f; stroke-dasharray: 6 4; }
                .no { fill: #d1242f; }
                .halo { stroke: #ffffff; stroke-width: 4; paint-order: stroke; font-size: 11px; }
                @media (prefers-color-scheme: dark) {
                  .page { fill: #0d1117; }
                  text { fill: #e6edf3; }
                  .small { fill: #9198a1; }
                  .box { fill: #161b22; stroke: #6e7681; }
                  .waypoint { fill: #0c2d6b; stroke: #58a6ff; }
                  .edge { stroke: #9198a1; }
                  .refused { stroke: #ff7b72; }
                  .no { fill: #ff7b72; }
                  .halo { stroke: #0d1117; }
                }
              </style>
            """;

    private final Picture picture;
    private final int left;
    private final int right;

    private SvgReport(Picture picture) {
        this.picture = picture;
        this.left = width(picture.groups().stream()
                .mapToInt(group -> Math.max(Cells.of(group.name()), Cells.of(group.details())))
                .max()
                .orElse(0));
        this.right = width(picture.waypoints().stream()
                .mapToInt(node -> Math.max(Cells.of(node.name()), Cells.of(node.details())))
                .max()
                .orElse(0));
    }

    private static int width(int cells) {
        return Math.max(110, (int) Math.ceil(cells * CELL) + 24);
    }

    public static String print(List<Route> routes) {
        return new SvgReport(Picture.of(routes)).draw();
    }

    private String draw() {
        int rows = Math.max(
                1, Math.max(picture.groups().size(), picture.waypoints().size()));
        int width = MARGIN * 2 + left + GAP + right;
        int height = HEAD + MARGIN + rows * ROW;
        StringBuilder text = new StringBuilder(String.format(
                        Locale.ROOT,
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\""
                                + " aria-label=\"Who goes through which waypoint\">%n",
                        width,
                        height,
                        width,
                        height)
                .replace("\r\n", "\n"));
        text.append(STYLE);
        text.append("  <rect class=\"page\" width=\"100%\" height=\"100%\"/>\n");
        text.append(words(MARGIN, HEAD - 16, "head", "Namespaces"));
        text.append(words(MARGIN + left + GAP, HEAD - 16, "head", "Waypoints"));
        picture.edges().forEach(edge -> text.append(line(edge)));
        for (int index = 0; index < picture.edges().size(); index++) {
            text.append(label(picture.edges().get(index), index));
        }
        for (int index = 0; index < picture.groups().size(); index++) {
            Picture.Group group = picture.groups().get(index);
            text.append(box(MARGIN, groupTop(index), left, "box", group.name(), group.details()));
        }
        for (int index = 0; index < picture.waypoints().size(); index++) {
            Picture.Node node = picture.waypoints().get(index);
            text.append(
                    box(MARGIN + left + GAP, waypointTop(index), right, "box waypoint", node.name(), node.details()));
        }
        return text.append("</svg>\n").toString();
    }

    private static int groupTop(int index) {
        return HEAD + index * ROW;
    }

    /** Spread over the height of the namespaces. */
    private int waypointTop(int index) {
        int free = Math.max(0, picture.groups().size() - picture.waypoints().size()) * ROW;
        return HEAD + index * ROW + free * (index + 1) / (picture.waypoints().size() + 1);
    }

    private static String box(int x, int y, int width, String style, String name, String details) {
        String box = String.format(
                Locale.ROOT,
                "  <rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"/>\n",
                style,
                x,
                y,
                width,
                BOX);
        return details.isEmpty()
                ? box + words(x + 12, y + 26, "", name)
                : box + words(x + 12, y + 18, "", name) + words(x + 12, y + 34, "small", details);
    }

    private static String words(int x, int y, String style, String text) {
        String attribute = style.isEmpty() ? "" : " class=\"" + style + "\"";
        return "  <text" + attribute + " x=\"" + x + "\" y=\"" + y + "\">" + escaped(text) + "</text>\n";
    }

    private String line(Edge edge) {
        int from = MARGIN + left;
        int to = from + GAP;
        int start = groupTop(edge.group()) + BOX / 2;
        int end = waypointTop(edge.waypoint()) + BOX / 2;
        return String.format(
                Locale.ROOT,
                "  <path class=\"edge %s\" d=\"M%d %d C%d %d %d %d %d %d\"/>\n",
                edge.way().name().toLowerCase(Locale.ROOT),
                from,
                start,
                from + GAP / 2,
                start,
                to - GAP / 2,
                end,
                to,
                end);
    }

    /** Beside the namespace, where lines have not met yet. */
    private String label(Edge edge, int index) {
        long before = picture.edges().subList(0, index).stream()
                .filter(other -> other.group() == edge.group())
                .count();
        int x = MARGIN + left + 10;
        int y = groupTop(edge.group()) + BOX / 2 - 4 + (int) before * 13;
        String style = edge.way() == Way.REFUSED ? "halo no" : "halo";
        return words(x, y, style, edge.words());
    }

    private static String escaped(String text) {
        return Printable.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
