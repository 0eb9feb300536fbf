package dev.waymark.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A file in the browser, as a reader uses it. */
final class BrowserPage {
    private final DevTools tools;

    private BrowserPage(DevTools tools) {
        this.tools = tools;
    }

    /** Opens a page that is new to the browser, in a window of this width. */
    static BrowserPage open(DevTools tools, Path file, int width) throws InterruptedException {
        for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
            tools.send(domain + ".enable", Map.of());
        }
        tools.send("Page.navigate", Map.of("url", "about:blank"));
        BrowserPage page = new BrowserPage(tools);
        page.await("location.href === 'about:blank'");
        tools.forgetEvents();
        tools.send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
        tools.send("Page.navigate", Map.of("url", file.toUri().toString()));
        page.await("document.readyState === 'complete' && location.protocol === 'file:'");
        return page;
    }

    void colours(String scheme) throws InterruptedException {
        List<Map<String, String>> features = List.of(Map.of("name", "prefers-color-scheme", "value", scheme));
        tools.send("Emulation.setEmulatedMedia", Map.of("features", features));
    }

    /** The value of an expression of JavaScript; a promise is waited for. */
    JsonNode value(String expression) throws InterruptedException {
        JsonNode result = tools.send(
                "Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(expression + " failed: " + result.path("exceptionDetails"));
        }
        return result.path("result").path("value");
    }

    int number(String expression) throws InterruptedException {
        return value(expression).asInt(-1);
    }

    String text(String expression) throws InterruptedException {
        return value(expression).asString("");
    }

    int count(String selector) throws InterruptedException {
        return number("document.querySelectorAll(`" + selector + "`).length");
    }

    void click(String selector) throws InterruptedException {
        value("document.querySelector(`" + selector + "`).click()");
    }

    void clickButton(String label) throws InterruptedException {
        value("[...document.querySelectorAll('button')].find((each) => each.textContent === `" + label + "`).click()");
    }

    /** Chooses an option as a reader does. */
    void choose(String selector, String option) throws InterruptedException {
        value("(() => { const select = document.querySelector(`" + selector + "`); select.value = `" + option
                + "`; select.dispatchEvent(new Event('change', { bubbles: true })); })()");
    }

    /** Types real keys where the focus is. */
    void type(String text) throws InterruptedException {
        for (int index = 0; index < text.length(); index++) {
            press(String.valueOf(text.charAt(index)));
        }
    }

    /** A key by its name; one that is a single sign writes it. */
    void press(String key) throws InterruptedException {
        Map<String, String> params = key.length() == 1
                ? Map.of("type", "keyDown", "key", key, "text", key)
                : Map.of("type", "rawKeyDown", "key", key);
        tools.send("Input.dispatchKeyEvent", params);
        tools.send("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
    }

    void await(String condition) throws InterruptedException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!value(condition).asBoolean(false)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came true: " + condition);
            }
            Thread.sleep(20);
        }
    }

    /** What the browser complained about, or asked the network for beyond the file itself. */
    List<String> complaints() {
        return tools.events().stream()
                .filter(BrowserPage::isComplaint)
                .map(JsonNode::toString)
                .toList();
    }

    private static boolean isComplaint(JsonNode event) {
        String method = event.path("method").asString("");
        return switch (method) {
            case "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Page.javascriptDialogOpening" -> true;
            case "Log.entryAdded" -> true;
            case "Network.requestWillBeSent" ->
                !event.path("params").path("type").asString("").equals("Document");
            default -> false;
        };
    }

    /** How many documents were asked for. */
    long navigations() {
        return tools.events().stream()
                .filter(event -> event.path("method").asString("").equals("Network.requestWillBeSent"))
                .count();
    }

    /** A picture of the whole page, for those who look at it. */
    void shoot(Path file) throws IOException, InterruptedException {
        JsonNode shot = tools.send("Page.captureScreenshot", Map.of("captureBeyondViewport", false));
        Files.write(file, Base64.getDecoder().decode(shot.path("data").asString("")));
    }
}
