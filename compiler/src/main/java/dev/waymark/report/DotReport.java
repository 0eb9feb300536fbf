package dev.waymark.report;

import dev.waymark.report.Picture.Edge;
import dev.waymark.routing.Route;
import java.util.List;

/** Who uses which waypoint, as a graph for Graphviz. */
public final class DotReport {
    private DotReport() {}

    public static String print(List<Route> routes) {
        Picture picture = Picture.of(routes);
        StringBuilder text = new StringBuilder("""
                digraph routes {
                  rankdir=LR
                  node [shape=box, fontname="Helvetica"]
                  edge [fontname="Helvetica", fontsize=10]
                """);
        for (int index = 0; index < picture.groups().size(); index++) {
            Picture.Group group = picture.groups().get(index);
            text.append("  n")
                    .append(index)
                    .append(" [label=")
                    .append(label(group.name(), group.details()))
                    .append("]\n");
        }
        for (int index = 0; index < picture.waypoints().size(); index++) {
            Picture.Node node = picture.waypoints().get(index);
            text.append("  w")
                    .append(index)
                    .append(" [shape=ellipse, label=")
                    .append(label(node.name(), node.details()))
                    .append("]\n");
        }
        picture.edges().forEach(edge -> text.append(line(edge)));
        return text.append("}\n").toString();
    }

    private static String line(Edge edge) {
        String style = switch (edge.way()) {
            case THROUGH -> "";
            case CANARY, CHANGED -> ", style=dashed";
            case NEW -> ", style=bold";
            case UNKNOWN -> ", style=dotted";
            case REFUSED, GONE -> ", style=dashed, color=\"#d1242f\", fontcolor=\"#d1242f\", arrowhead=tee";
        };
        return "  n" + edge.group() + " -> w" + edge.waypoint() + " [label=" + quoted(edge.label()) + style + "]\n";
    }

    private static String label(String name, String details) {
        return quoted(details.isEmpty() ? name : name + "\n" + details);
    }

    /** A quoted string of DOT, in which only quotes and backslashes mean something. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (String line : text.split("\n", -1)) {
            quoted.append(quoted.length() == 1 ? "" : "\\n")
                    .append(Printable.of(line).replace("\\", "\\\\").replace("\"", "\\\""));
        }
        return quoted.append('"').toString();
    }
}
