package dev.waymark.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The descriptor of the plugin, as the build has made it of the goals. */
record Descriptor(Element root) {
    private static final int BYTES_IN_A_KILOBYTE = 1000;

    static Descriptor read() throws Exception {
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new File("target/classes/META-INF/maven/plugin.xml"));
        return new Descriptor(document.getDocumentElement());
    }

    static String version() {
        return System.getProperty("project.version");
    }

    /** A goal. */
    record Goal(Element element) {
        String name() {
            return text(element, "goal");
        }

        String description() {
            return text(element, "description");
        }

        String since() {
            return text(element, "since");
        }

        String phase() {
            return text(element, "phase");
        }

        boolean threadSafe() {
            return text(element, "threadSafe").equals("true");
        }

        /** Those that a user can set. */
        List<Parameter> parameters() {
            return children(element, "parameters").stream()
                    .map(parameter -> new Parameter(parameter, configuration(text(parameter, "name"))))
                    .filter(parameter -> text(parameter.element(), "editable").equals("true"))
                    .toList();
        }

        private Optional<Element> configuration(String name) {
            return child(element, "configuration").flatMap(all -> child(all, name));
        }
    }

    /** A parameter of a goal. */
    record Parameter(Element element, Optional<Element> configuration) {
        String name() {
            return text(element, "name");
        }

        String description() {
            return text(element, "description");
        }

        String since() {
            return text(element, "since");
        }

        /** {@code waymark.failOn}. */
        String property() {
            return configuration
                    .map(Element::getTextContent)
                    .map(text -> text.replaceAll("^\\$\\{(.*)}$", "$1"))
                    .orElse("");
        }

        String defaultValue() {
            return configuration
                    .map(found -> found.getAttribute("default-value"))
                    .orElse("");
        }

        private String row() {
            String value = defaultValue().isEmpty() ? "" : "`" + defaultValue() + "`";
            String property = property().isEmpty() ? "" : "`" + property() + "`";
            return "| `" + name() + "` | " + markdown(description()) + " | " + value + " | " + property + " | "
                    + since() + " |\n";
        }
    }

    List<Goal> goals() {
        return children(root, "mojos").stream().map(Goal::new).toList();
    }

    /** All but {@code help}, each with a table. */
    String parametersInMarkdown() {
        return goals().stream()
                .filter(goal -> !goal.name().equals("help"))
                .map(goal -> "### `waymark:" + goal.name() + "`\n\n" + markdown(goal.description())
                        + " It belongs to the phase `" + goal.phase() + "`.\n\n"
                        + "| parameter | what | default | property | since |\n| --- | --- | --- | --- | --- |\n"
                        + goal.parameters().stream().map(Parameter::row).collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    /** What the plugin loads, but for this project's own. */
    String librariesInMarkdown() throws IOException {
        List<String> rows = new ArrayList<>();
        long all = 0;
        for (Element library : children(root, "dependencies")) {
            if (!text(library, "groupId").equals("dev.waymark")) {
                long size = size(text(library, "artifactId") + "-" + text(library, "version") + ".jar");
                all += size;
                rows.add("| `" + text(library, "groupId") + ":" + text(library, "artifactId") + "` | "
                        + text(library, "version") + " | " + kilobytes(size) + " |\n");
            }
        }
        rows.sort(null);
        return "| library | version | kB |\n| --- | --- | ---: |\n" + String.join("", rows) + "| all | | "
                + kilobytes(all) + " |\n";
    }

    private static long size(String jar) throws IOException {
        Path path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(entry -> entry.endsWith(jar))
                .findFirst()
                .orElseThrow(() -> new IOException(jar + " is not on the class path"));
        return Files.size(path);
    }

    private static String kilobytes(long bytes) {
        return String.valueOf(Math.round((double) bytes / BYTES_IN_A_KILOBYTE));
    }

    private static String markdown(String description) {
        return description.replaceAll("</?code>", "`").replaceAll("\\s+", " ").strip();
    }

    private static String text(Element element, String name) {
        return child(element, name)
                .map(Element::getTextContent)
                .map(String::strip)
                .orElse("");
    }

    private static Optional<Element> child(Element element, String name) {
        return elements(element).filter(each -> each.getTagName().equals(name)).findFirst();
    }

    private static List<Element> children(Element element, String list) {
        return child(element, list).stream().flatMap(Descriptor::elements).toList();
    }

    private static Stream<Element> elements(Element element) {
        List<Element> found = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                found.add(child);
            }
        }
        return found.stream();
    }
}
