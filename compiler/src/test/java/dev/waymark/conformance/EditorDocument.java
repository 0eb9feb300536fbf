package dev.waymark.conformance;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * A document that is open in an editor.
 *
 * @param published the diagnostics of the server
 */
record EditorDocument(LanguageServer server, String uri, String text, JsonNode published) {
    /** What the server says of a place: {@code line:column: message}, both from 1. */
    List<String> problems() {
        return published.values().stream()
                .map(problem -> place(problem.path("range").path("start")) + ": "
                        + problem.path("message").asString())
                .toList();
    }

    private static String place(JsonNode position) {
        return position.path("line").asInt() + 1 + ":"
                + (position.path("character").asInt() + 1);
    }

    /** What the server offers behind the first place of a text. */
    List<Completion> completionsAfter(String before) throws IOException, InterruptedException {
        int offset = offsetAfter(before);
        JsonNode result = server.at("textDocument/completion", uri, position(offset));
        return result.path("items").values().stream()
                .map(item -> new Completion(this, item))
                .toList();
    }

    /** What the server says, in Markdown, of what the first place of a text begins with. */
    String hover(String word) throws IOException, InterruptedException {
        JsonNode result = server.at("textDocument/hover", uri, position(offsetAfter(word) - 1));
        return result.path("contents").path("value").asString("");
    }

    private int offsetAfter(String before) {
        int offset = text.indexOf(before);
        if (offset < 0) {
            throw new AssertionError("there is no `" + before + "` in " + text);
        }
        return offset + before.length();
    }

    private Map<String, Object> position(int offset) {
        String above = text.substring(0, offset);
        return Map.of("line", above.chars().filter(each -> each == '\n').count(), "character", column(offset));
    }

    private int column(int offset) {
        return offset - 1 - text.lastIndexOf('\n', offset - 1);
    }

    private int offset(JsonNode position) {
        int start = 0;
        for (int line = position.path("line").asInt(); line > 0; line--) {
            start = text.indexOf('\n', start) + 1;
        }
        return start + position.path("character").asInt();
    }

    /** One entry of a list of completions. */
    record Completion(EditorDocument document, JsonNode item) {
        private static final int PROPERTY = 10;
        private static final Pattern GAP = Pattern.compile("\\$\\{[0-9]+:([^}]*)}|\\$[0-9]+");
        private static final Pattern INDENTATION = Pattern.compile(" *");

        String label() {
            return item.path("label").asString();
        }

        String documentation() {
            JsonNode documentation = item.path("documentation");
            return documentation.isString()
                    ? documentation.asString()
                    : documentation.path("value").asString("");
        }

        boolean isField() {
            return item.path("kind").asInt() == PROPERTY;
        }

        /** The document after this was chosen, with every gap as it is filled at first. */
        String chosen() {
            JsonNode edit = item.path("textEdit");
            int start = document.offset(edit.path("range").path("start"));
            int end = document.offset(edit.path("range").path("end"));
            String filled = GAP.matcher(edit.path("newText").asString()).replaceAll("$1");
            return document.text.substring(0, start)
                    + filled.replace("\n", "\n" + indentation(start))
                    + document.text.substring(end);
        }

        /** That of the line, which editors give to every further line of a snippet. */
        private String indentation(int offset) {
            Matcher spaces = INDENTATION.matcher(document.text);
            spaces.region(document.text.lastIndexOf('\n', offset - 1) + 1, offset);
            return spaces.lookingAt() ? spaces.group() : "";
        }
    }
}
