package dev.waymark.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The browser of the property {@code waymark.chromium}, without a window, with one page that is driven through DevTools. */
final class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final DevTools page;

    private Chromium(Process process, DevTools page) {
        this.process = process;
        this.page = page;
    }

    /** @param profile an empty folder that the browser may fill */
    static Chromium start(Path profile) throws IOException, InterruptedException {
        Process process = launch(profile);
        try {
            return new Chromium(process, connect(process, profile.resolve("DevToolsActivePort")));
        } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
            end(process);
            throw e;
        }
    }

    private static Process launch(Path profile) {
        String program = Setting.of("waymark.chromium");
        List<String> command = List.of(
                program,
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank");
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(profile.resolve("output.txt").toFile())
                    .start();
        } catch (IOException e) {
            throw new AssertionError("cannot run " + program + ": name chromium by -Dchromium=PATH", e);
        }
    }

    /** The browser writes the port that it chose into a file of its profile, and serves the list of its pages there. */
    private static DevTools connect(Process process, Path port) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        String host = "127.0.0.1:" + awaitPort(process, port);
        URI list = URI.create("http://" + host + "/json/list");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            @Nullable String address = pageIn(DevTools.get(client, list));
            if (address != null) {
                return DevTools.connect(client, URI.create(address));
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the browser opened no page");
    }

    private static @Nullable String pageIn(String list) {
        for (JsonNode target : new JsonMapper().readTree(list)) {
            if (target.path("type").asString("").equals("page")) {
                return target.path("webSocketDebuggerUrl").asString("");
            }
        }
        return null;
    }

    private static String awaitPort(Process process, Path file) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() > 1) {
                return lines.get(0);
            }
            Thread.sleep(50);
        }
        throw new AssertionError("the browser does not start: " + Files.readString(file.resolveSibling("output.txt")));
    }

    DevTools page() {
        return page;
    }

    @Override
    public void close() {
        page.close();
        end(process);
    }

    /** The process and those that it started; and none else of this name. */
    private static void end(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
