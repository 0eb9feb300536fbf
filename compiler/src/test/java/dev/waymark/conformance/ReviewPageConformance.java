package dev.waymark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.report.ReviewHtml;
import dev.waymark.review.Review;
import dev.waymark.testing.ReviewsByHand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a review in a browser: what is clicked and typed does what it says, and nothing leaves the page. */
class ReviewPageConformance {
    private static final String EFFECT = ".effect";
    private static final String FILE = ".manifests > li";
    private static final int WIDE = 1280;
    private static final int NARROW = 400;
    private static final int FEW_ELEMENTS = 25_000;
    private static final int QUICK_MILLISECONDS = 1_000;

    /** Texts with less contrast to what is behind them than level AA asks for (WCAG 2.2, success criterion 1.4.3). */
    private static final String FAINT = """
            (() => {
              const light = (colour) => colour.match(/[0-9.]+/g).slice(0, 3).map((part) => part / 255)
                .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
                .reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
              const behind = (element) => {
                const colour = getComputedStyle(element).backgroundColor;
                return colour === 'rgba(0, 0, 0, 0)' ? behind(element.parentElement) : colour;
              };
              const contrast = (element) => {
                const style = getComputedStyle(element);
                const both = [element.closest('svg') ? style.fill : style.color, behind(element)].map(light);
                return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
              };
              return [...document.body.querySelectorAll('*:not(script, noscript, noscript *, :disabled, :disabled *)')]
                .filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
                .filter((each) => contrast(each) < 4.5)
                .map((each) => `${each.className} ${contrast(each)}`)
                .join('\\n');
            })()
            """;

    @TempDir
    private static Path folder;

    private static Chromium browser;

    @BeforeAll
    static void start() throws Exception {
        browser = Chromium.start(Files.createDirectory(folder.resolve("profile")));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private BrowserPage page;

    private BrowserPage open(Review review, int width) throws Exception {
        Path file = Files.writeString(folder.resolve("review.html"), ReviewHtml.print(review));
        page = BrowserPage.open(browser.page(), file, width);
        return page;
    }

    @BeforeEach
    void openAnOrdinaryReview() throws Exception {
        page = open(ReviewsByHand.ordinary(), WIDE);
    }

    @AfterEach
    void nobodyComplainsAndNothingIsAskedFor() {
        assertThat(page.complaints()).isEmpty();
        assertThat(page.navigations()).isOne();
    }

    @Test
    void showsEverythingAtFirst() throws Exception {
        assertThat(page.count(EFFECT)).isEqualTo(26);
        assertThat(page.count(FILE)).isEqualTo(9);
        assertThat(status()).isEqualTo("26 effects");
        assertThat(page.text("document.querySelector('h1').textContent")).startsWith("2 services change");
    }

    @Test
    void hidesAGradeByItsChip() throws Exception {
        page.click(".chip.info");
        assertThat(page.count(EFFECT)).isEqualTo(17);
        assertThat(page.text("document.querySelector('.chip.info').getAttribute('aria-pressed')"))
                .isEqualTo("false");
        assertThat(status()).startsWith("17 of 26 effects");
        page.click(".chip.info");
        assertThat(page.count(EFFECT)).isEqualTo(26);
    }

    @Test
    void keepsToANamespace() throws Exception {
        page.choose("[aria-label=namespace]", "payments");
        assertThat(page.count(EFFECT)).isEqualTo(7);
        assertThat(page.text("location.hash")).isEqualTo("#namespace=payments");
    }

    @Test
    void keepsToAClusterOfAFleet() throws Exception {
        open(ReviewsByHand.large(60, 0, 3), WIDE);
        page.choose("[aria-label=cluster]", "cluster-1");
        assertThat(page.count(EFFECT)).isEqualTo(20);
    }

    @Test
    void takesUpTheFilterOfItsAddress() throws Exception {
        page.value("location.hash = '#without=info&namespace=shop'");
        page.await("document.querySelectorAll('.effect').length < 26");
        assertThat(page.text("document.querySelector('[aria-label=namespace]').value"))
                .isEqualTo("shop");
        page.clickButton("Expand all");
        assertThat(page.count(EFFECT)).isEqualTo(5);
    }

    @Test
    void searchesWhatIsTyped() throws Exception {
        page.press("/");
        assertThat(page.text("document.activeElement.type")).isEqualTo("search");
        page.type("service-2 labels");
        assertThat(page.count(EFFECT)).isZero();
        assertThat(page.count(FILE)).isOne();
        page.press("Escape");
        assertThat(page.count(EFFECT)).isEqualTo(26);
        page.type("loses-ENFORCEMENT");
        assertThat(page.count(EFFECT)).isEqualTo(2);
    }

    @Test
    void offersAWayBackWhereNothingFits() throws Exception {
        page.press("/");
        page.type("zzz");
        assertThat(page.count(EFFECT)).isZero();
        page.clickButton("Show all effects");
        assertThat(page.count(EFFECT)).isEqualTo(26);
    }

    @Test
    void movesBetweenEffectsByKeys() throws Exception {
        page.press("j");
        page.press("j");
        page.press("ArrowDown");
        assertThat(focused()).isEqualTo(2);
        page.press("k");
        assertThat(focused()).isOne();
        page.press("ArrowUp");
        page.press("k");
        assertThat(focused()).isZero();
    }

    @Test
    void opensAndClosesAllParts() throws Exception {
        assertThat(page.count(".field")).isZero();
        page.clickButton("Expand all");
        assertThat(page.count(".field")).isEqualTo(12);
        assertThat(page.count("details:not([open])")).isZero();
        page.clickButton("Collapse all");
        assertThat(page.count("details[open]")).isZero();
    }

    @Test
    void marksTheWordsThatDiffer() throws Exception {
        page.click(".file summary");
        page.await("document.querySelectorAll('.field').length === 4");
        assertThat(page.text("[...document.querySelectorAll('.value del')].map((each) => each.textContent).join()"))
                .isEqualTo("waypoint,team a,old");
        assertThat(page.text("[...document.querySelectorAll('.value ins')].map((each) => each.textContent).join()"))
                .isEqualTo("canary,All,new");
    }

    @Test
    void runsNothingThatANameHolds() throws Exception {
        open(ReviewsByHand.named(ReviewsByHand.HOSTILE), WIDE);
        page.clickButton("Expand all");
        assertThat(page.text("document.title")).isEqualTo("Review of a mesh change");
        assertThat(page.count("img, iframe, object, main script, a:not([href^='#'])"))
                .isZero();
        assertThat(page.text("document.querySelector('.effect .tag code').textContent"))
                .contains("<img src=x onerror=", "\\u{202E}");
    }

    @Test
    void refusesAScriptThatWouldBePutIn() throws Exception {
        page.value("document.body.append(Object.assign(document.createElement('script'), { textContent: "
                + "'document.title = `harm`' }))");
        assertThat(page.text("document.title")).isEqualTo("Review of a mesh change");
        assertThat(page.complaints()).singleElement().asString().contains("Content Security Policy");
        browser.page().forgetEvents();
        openAnOrdinaryReview();
    }

    @Test
    void staysQuickAndSmallWithThousands() throws Exception {
        open(ReviewsByHand.large(5_000, 13_000, 3), WIDE);
        assertThat(page.count("*")).isLessThan(FEW_ELEMENTS);
        assertThat(milliseconds("document.querySelector('.chip.info').click()")).isLessThan(QUICK_MILLISECONDS);
        assertThat(milliseconds("search = document.querySelector('input'); search.value = 'service-4999'; "
                        + "search.dispatchEvent(new Event('input'))"))
                .isLessThan(QUICK_MILLISECONDS);
        assertThat(status()).isEqualTo("1 of 5000 effects, 1 manifest");
        page.press("Escape");
        assertThat(milliseconds("[...document.querySelectorAll('.folding button')][0].click()"))
                .isLessThan(2 * QUICK_MILLISECONDS);
        assertThat(page.count("*")).isLessThan(FEW_ELEMENTS);
    }

    @Test
    void showsMoreOfManyOnDemand() throws Exception {
        open(ReviewsByHand.large(0, 100, 0), WIDE);
        assertThat(page.count(FILE)).isEqualTo(30);
        page.click(".manifests-view > .more");
        assertThat(page.count(FILE)).isEqualTo(60);
    }

    @Test
    void printsEverything() throws Exception {
        open(ReviewsByHand.large(100, 100, 0), WIDE);
        page.value("dispatchEvent(new Event('beforeprint'))");
        assertThat(page.count(FILE)).isEqualTo(100);
        assertThat(page.count(".field")).isEqualTo(100);
        page.value("dispatchEvent(new Event('afterprint'))");
        assertThat(page.count(FILE)).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void fitsANarrowWindow(String scheme) throws Exception {
        for (Review review : List.of(
                ReviewsByHand.ordinary(),
                ReviewsByHand.named(ReviewsByHand.HOSTILE),
                ReviewsByHand.named("a".repeat(300)),
                ReviewsByHand.quiet())) {
            open(review, NARROW).colours(scheme);
            page.value("[...document.querySelectorAll('summary')].forEach((each) => each.click())");
            assertThat(page.number("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .isZero();
        }
        assertThat(page.text("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo(scheme.equals("dark") ? "rgb(15, 19, 24)" : "rgb(255, 255, 255)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void isReadable(String scheme) throws Exception {
        page.colours(scheme);
        page.click(".chip.info");
        page.clickButton("Expand all");
        assertThat(page.text(FAINT)).isEmpty();
    }

    private String status() throws Exception {
        return page.text("document.querySelector('[role=status]').textContent");
    }

    private int focused() throws Exception {
        return page.number("[...document.querySelectorAll('.effect')].indexOf(document.activeElement)");
    }

    /** How long an action takes until the page is drawn anew. */
    private int milliseconds(String action) throws Exception {
        return page.number("new Promise((done) => { const start = performance.now(); " + action
                + "; requestAnimationFrame(() => setTimeout(() => done(Math.round(performance.now() - start)))); })");
    }
}
