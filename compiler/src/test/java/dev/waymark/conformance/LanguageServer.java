package dev.waymark.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The yaml-language-server of the property {@code waymark.yamlLanguageServer}, as an editor uses it. */
final class LanguageServer implements AutoCloseable {
    /** Nobody listens there: whatever the server looks for in the network, it does not get. */
    private static final String NOWHERE = "http://127.0.0.1:9";

    private static final Map<String, Object> SETTINGS = Map.of(
            "yaml",
            Map.of(
                    "schemaStore", Map.of("enable", false),
                    "kubernetesCRDStore", Map.of("enable", false),
                    "validate", true,
                    "completion", true,
                    "hover", true),
            "http",
            Map.of("proxy", NOWHERE));

    /** What an editor with snippets and Markdown can show. */
    private static final Map<String, Object> EDITOR = Map.of(
            "workspace", Map.of("configuration", true),
            "textDocument",
                    Map.of(
                            "completion",
                            Map.of(
                                    "completionItem",
                                    Map.of("snippetSupport", true, "documentationFormat", List.of("markdown"))),
                            "hover",
                            Map.of("contentFormat", List.of("markdown"))));

    private final Process process;
    private final JsonRpc rpc;

    private LanguageServer(Process process) {
        this.process = process;
        this.rpc = JsonRpc.between(process.getInputStream(), process.getOutputStream(), LanguageServer::answer);
    }

    static LanguageServer start(Path folder) throws IOException, InterruptedException {
        String program = Setting.of("waymark.yamlLanguageServer");
        LanguageServer server = new LanguageServer(start(program, folder));
        server.rpc.request("initialize", Map.of("rootUri", folder.toUri().toString(), "capabilities", EDITOR));
        server.rpc.notify("initialized", Map.of());
        return server;
    }

    private static Process start(String program, Path folder) {
        try {
            return new ProcessBuilder(program, "--stdio")
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new AssertionError(
                    "cannot run " + program + ": name yaml-language-server by -DyamlLanguageServer=PATH", e);
        }
    }

    private static @Nullable Object answer(JsonNode request) {
        if (!request.path("method").asString("").equals("workspace/configuration")) {
            return null;
        }
        return request.path("params").path("items").values().stream()
                .map(item -> SETTINGS.getOrDefault(item.path("section").asString(""), Map.of()))
                .toList();
    }

    /** Opens a text as if it stood in a file, which need not be there, and waits for what the server says of it. */
    EditorDocument open(Path file, String text) throws IOException, InterruptedException {
        String uri = file.toUri().toString();
        rpc.notify(
                "textDocument/didOpen",
                Map.of("textDocument", Map.of("uri", uri, "languageId", "yaml", "version", 1, "text", text)));
        JsonNode published = rpc.await(
                "diagnostics of " + file,
                message -> message.path("method").asString("").equals("textDocument/publishDiagnostics")
                        && message.path("params").path("uri").asString("").equals(uri));
        return new EditorDocument(this, uri, text, published.path("params").path("diagnostics"));
    }

    /** Asks about a place in a document. */
    JsonNode at(String method, String uri, Map<String, Object> position) throws IOException, InterruptedException {
        return rpc.request(method, Map.of("textDocument", Map.of("uri", uri), "position", position));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
