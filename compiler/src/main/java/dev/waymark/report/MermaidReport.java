package dev.waymark.report;

import dev.waymark.report.Picture.Edge;
import dev.waymark.routing.Route;
import java.util.List;

/** Who uses which waypoint, as a flowchart of Mermaid, which code hosts draw. */
public final class MermaidReport {
    private MermaidReport() {}

    public static String print(List<Route> routes) {
        return print(Picture.of(routes));
    }

    static String print(Picture picture) {
        StringBuilder text = new StringBuilder("flowchart LR\n");
        for (int index = 0; index < picture.groups().size(); index++) {
            Picture.Group group = picture.groups().get(index);
            text.append("  n")
                    .append(index)
                    .append("[\"")
                    .append(label(group.name(), group.details()))
                    .append("\"]\n");
        }
        for (int index = 0; index < picture.waypoints().size(); index++) {
            Picture.Node node = picture.waypoints().get(index);
            text.append("  w")
                    .append(index)
                    .append("([\"")
                    .append(label(node.name(), node.details()))
                    .append("\"])\n");
        }
        picture.edges().forEach(edge -> text.append(line(edge)));
        for (int index = 0; index < picture.edges().size(); index++) {
            if (picture.edges().get(index).way().isLoss()) {
                text.append("  linkStyle ").append(index).append(" stroke:#d1242f,color:#d1242f\n");
            }
        }
        return text.toString();
    }

    private static String line(Edge edge) {
        String arrow = switch (edge.way()) {
            case THROUGH -> "-->";
            case CANARY, UNKNOWN, CHANGED -> "-.->";
            case REFUSED, GONE -> "-.-x";
            case NEW -> "==>";
        };
        return "  n" + edge.group() + " " + arrow + "|\"" + escaped(edge.label()) + "\"| w" + edge.waypoint() + "\n";
    }

    private static String label(String name, String details) {
        return escaped(name) + (details.isEmpty() ? "" : "<br/>" + escaped(details));
    }

    /** Whatever could end a label or be a tag is written by its number. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        Printable.of(text).codePoints().forEach(character -> {
            boolean plain = Character.isLetterOrDigit(character) || " ./:_-,()%…".indexOf(character) >= 0;
            if (plain) {
                escaped.appendCodePoint(character);
            } else {
                escaped.append('#').append(character).append(';');
            }
        });
        return escaped.toString();
    }
}
