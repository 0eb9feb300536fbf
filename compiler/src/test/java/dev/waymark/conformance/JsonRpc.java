package dev.waymark.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** JSON-RPC 2.0, framed as the base protocol of the Language Server Protocol says. No wait is without an end. */
final class JsonRpc {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int SECONDS = 60;
    private static final String LENGTH = "content-length:";

    private final OutputStream out;
    private final Function<JsonNode, @Nullable Object> answers;
    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private int lastId;

    private JsonRpc(OutputStream out, Function<JsonNode, @Nullable Object> answers) {
        this.out = out;
        this.answers = answers;
    }

    /** @param answers the results of what the other side requests */
    static JsonRpc between(InputStream in, OutputStream out, Function<JsonNode, @Nullable Object> answers) {
        JsonRpc rpc = new JsonRpc(out, answers);
        Thread reader = new Thread(() -> rpc.receive(in), "json-rpc");
        reader.setDaemon(true);
        reader.start();
        return rpc;
    }

    /** The result of a request. */
    JsonNode request(String method, Map<String, Object> params) throws IOException, InterruptedException {
        int id = ++lastId;
        send(Map.of("id", id, "method", method, "params", params));
        JsonNode response = await(method, message -> message.path("id").asInt(0) == id && !message.has("method"));
        if (!response.has("result")) {
            throw new AssertionError(method + " failed: " + response);
        }
        return response.path("result");
    }

    void notify(String method, Map<String, Object> params) throws IOException {
        send(Map.of("method", method, "params", params));
    }

    /** The next message that is wanted; requests are answered meanwhile, and all else is dropped. */
    JsonNode await(String what, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (true) {
            @Nullable JsonNode message = received.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (message == null || message.isMissingNode()) {
                String why = message == null ? "nothing came within " + SECONDS + " seconds" : "the other side ended";
                throw new AssertionError("no " + what + ": " + why);
            }
            if (wanted.test(message)) {
                return message;
            }
            answer(message);
        }
    }

    private void answer(JsonNode message) throws IOException {
        if (message.has("method") && message.has("id")) {
            Map<String, @Nullable Object> response = new LinkedHashMap<>();
            response.put("id", message.path("id"));
            response.put("result", answers.apply(message));
            send(response);
        }
    }

    private void send(Map<String, ? extends @Nullable Object> message) throws IOException {
        Map<String, @Nullable Object> whole = new LinkedHashMap<>(message);
        whole.put("jsonrpc", "2.0");
        byte[] body = MAPPER.writeValueAsBytes(whole);
        out.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
    }

    /** Until the other side ends, which a missing node says. */
    private void receive(InputStream in) {
        try {
            for (int length = length(in); length > 0; length = length(in)) {
                received.add(MAPPER.readTree(in.readNBytes(length)));
            }
        } catch (IOException gone) {
            // what was closed has ended too
        }
        received.add(MissingNode.getInstance());
    }

    /** Reads the header of a message; 0 where none comes. */
    private static int length(InputStream in) throws IOException {
        int length = 0;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            boolean says = line.regionMatches(true, 0, LENGTH, 0, LENGTH.length());
            length = says ? Integer.parseInt(line.substring(LENGTH.length()).strip()) : length;
        }
        return length;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
