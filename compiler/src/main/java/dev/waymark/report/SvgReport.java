package dev.waymark.report;

import dev.waymark.report.Picture.Edge;
import dev.waymark.routing.Route;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Who uses which waypoint, or what a change does to that, drawn: namespaces on the left, waypoints on the right, in light
 * and in dark.
 */
public final class SvgReport {
    private static final int MARGIN = 24;
    private static final int HEAD = 44;
    private static final int LINE = 20;
    private static final int BOX = 42;
    private static final int SPACE = 14;
    private static final int CURVE = 180;

    /** Cells of a text; names of objects take less. */
    private static final int WIDEST = 140;

    private static final double CELL = 7.3;
    private static final double SMALL_CELL = 6.8;

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
                .note { font-size: 11px; }
                @media (prefers-color-scheme: dark) {
                  .page { fill: #0d1117; }
                  text { fill: #e6edf3; }
                  .small { fill: #9198a1; }
                  .box { fill: #161b22; stroke: #6e7681; }
                  .waypoint { fill: #0c2d6b; stroke: #58a6ff; }
                  .edge { stroke: #9198a1; }
                  .refused { stroke: #ff7b72; }
                  .no { fill: #ff7b72; }
                }
              </style>
            """;

    private final Picture picture;
    private final int left;
    private final int middle;
    private final int right;
    private final SvgLayout layout;

    private SvgReport(Picture picture) {
        this.picture = picture;
        this.left = width(picture.groups().stream().flatMap(group -> Stream.of(group.name(), group.details())));
        this.right = width(picture.waypoints().stream().flatMap(node -> Stream.of(node.name(), node.details())));
        int longest = picture.edges().stream()
                .mapToInt(edge -> Cells.of(shown(edge.label())))
                .max()
                .orElse(0);
        this.middle = (int) Math.ceil(longest * SMALL_CELL) + 16;
        this.layout = SvgLayout.of(picture, HEAD, LINE, BOX, SPACE);
    }

    private static int width(Stream<String> texts) {
        int cells = texts.mapToInt(text -> Cells.of(shown(text))).max().orElse(0);
        return Math.max(110, (int) Math.ceil(cells * CELL) + 24);
    }

    public static String print(List<Route> routes) {
        return new SvgReport(Picture.of(routes)).draw("Who goes through which waypoint", STYLE);
    }

    /**
     * For a page that has a style of its own, as its policy may forbid others.
     *
     * @param title of ours, for those who do not see it
     */
    static String part(Picture picture, String title) {
        return new SvgReport(picture).draw(title, "");
    }

    private int waypointsAt() {
        return MARGIN + left + middle + CURVE;
    }

    private String draw(String title, String style) {
        int width = waypointsAt() + right + MARGIN;
        int height = layout.bottom() + MARGIN;
        StringBuilder text = new StringBuilder();
        text.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(width + " " + height + "\" width=\"" + width + "\" height=\"" + height)
                .append("\" role=\"img\" aria-label=\"" + title + "\">\n");
        text.append(style);
        text.append("  <rect class=\"page\" width=\"100%\" height=\"100%\"/>\n");
        text.append(words(MARGIN, HEAD - 16, "head", "Namespaces"));
        text.append(words(waypointsAt(), HEAD - 16, "head", "Waypoints"));
        picture.edges().forEach(edge -> text.append(line(edge)));
        for (int index = 0; index < picture.groups().size(); index++) {
            Picture.Group group = picture.groups().get(index);
            SvgLayout.Place place = layout.groups().get(index);
            text.append(box(MARGIN, place, left, "box", group.name(), group.details()));
        }
        for (int index = 0; index < picture.waypoints().size(); index++) {
            Picture.Node node = picture.waypoints().get(index);
            SvgLayout.Place place = layout.waypoints().get(index);
            text.append(box(waypointsAt(), place, right, "box waypoint", node.name(), node.details()));
        }
        return text.append("</svg>\n").toString();
    }

    private static String box(int x, SvgLayout.Place place, int width, String style, String name, String details) {
        String box = "  <rect class=\"" + style + "\" x=\"" + x + "\" y=\"" + place.top() + "\" width=\"" + width
                + "\" height=\"" + place.height() + "\" rx=\"6\"/>\n";
        int y = place.top() + 18;
        return details.isEmpty()
                ? box + words(x + 12, place.top() + 26, "", name)
                : box + words(x + 12, y, "", name) + words(x + 12, y + 16, "small", details);
    }

    private static String words(int x, int y, String style, String text) {
        String attribute = style.isEmpty() ? "" : " class=\"" + style + "\"";
        return "  <text" + attribute + " x=\"" + x + "\" y=\"" + y + "\">" + escaped(text) + "</text>\n";
    }

    /** Straight below its words, then over to the waypoint. */
    private String line(Edge edge) {
        int from = MARGIN + left;
        int bend = from + middle;
        int start = layout.starts().get(picture.edges().indexOf(edge));
        int end = layout.waypoints().get(edge.waypoint()).middle();
        String way = edge.way().name().toLowerCase(Locale.ROOT);
        String path = "  <path class=\"edge " + way + "\" d=\"M" + from + " " + start + " H" + bend + " C"
                + (bend + CURVE / 2) + " " + start + " " + (bend + CURVE / 2) + " " + end + " " + waypointsAt() + " "
                + end + "\"/>\n";
        String style = edge.way().isLoss() ? "note no" : edge.way().isChange() ? "note strong" : "note";
        return path + words(from + 8, start - 4, style, edge.label());
    }

    private static String shown(String text) {
        String printable = Printable.of(text);
        return Cells.of(printable) <= WIDEST ? printable : Cells.head(printable, WIDEST) + "…";
    }

    private static String escaped(String text) {
        return shown(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
