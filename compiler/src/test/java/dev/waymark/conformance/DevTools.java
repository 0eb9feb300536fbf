package dev.waymark.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page of a browser, by the Chrome DevTools Protocol. No wait is without an end. */
final class DevTools implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int SECONDS = 60;

    private final WebSocket socket;
    private final Messages messages;
    private int lastId;

    private DevTools(WebSocket socket, Messages messages) {
        this.socket = socket;
        this.messages = messages;
    }

    static DevTools connect(HttpClient client, URI address) {
        Messages messages = new Messages();
        WebSocket socket = client.newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(SECONDS))
                .buildAsync(address, messages)
                .orTimeout(SECONDS, TimeUnit.SECONDS)
                .join();
        return new DevTools(socket, messages);
    }

    static String get(HttpClient client, URI address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(SECONDS))
                .build();
        return client.send(request, BodyHandlers.ofString()).body();
    }

    /** The result of a command. */
    JsonNode send(String method, Map<String, ?> params) throws InterruptedException {
        int id = ++lastId;
        String text = MAPPER.writeValueAsString(Map.of("id", id, "method", method, "params", params));
        socket.sendText(text, true).orTimeout(SECONDS, TimeUnit.SECONDS).join();
        JsonNode response = messages.response(id, method);
        if (!response.has("result")) {
            throw new AssertionError(method + " failed: " + response);
        }
        return response.path("result");
    }

    /** All events that came, the first one first. */
    List<JsonNode> events() {
        return messages.events;
    }

    void forgetEvents() {
        messages.events.clear();
    }

    @Override
    public void close() {
        socket.abort();
    }

    /** What comes in: a message may come in several pieces. */
    private static final class Messages implements WebSocket.Listener {
        private final StringBuilder piece = new StringBuilder();
        private final BlockingQueue<JsonNode> responses = new LinkedBlockingQueue<>();
        private final List<JsonNode> events = new CopyOnWriteArrayList<>();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            piece.append(data);
            if (last) {
                JsonNode message = MAPPER.readTree(piece.toString());
                piece.setLength(0);
                (message.has("id") ? responses : events).add(message);
            }
            from.request(1);
            return null;
        }

        JsonNode response(int id, String method) throws InterruptedException {
            @Nullable JsonNode response = responses.poll(SECONDS, TimeUnit.SECONDS);
            if (response == null || response.path("id").asInt(0) != id) {
                throw new AssertionError("no answer to " + method + ", but " + response);
            }
            return response;
        }
    }
}
