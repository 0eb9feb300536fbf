package dev.waymark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.review.Review;
import dev.waymark.testing.ReviewsByHand;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of a review, as text; ReviewPageConformance opens it in a browser. */
class ReviewHtmlTest {
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"review-data\">(.*)</script>");
    private static final Pattern CODE = Pattern.compile("(?s)<script type=\"module\">(.*?)</script>");
    private static final Pattern STYLE = Pattern.compile("(?s)<style>(.*?)</style>");
    private static final int ORDINARY_BYTES = 300_000;

    private static final String ORDINARY = ReviewHtml.print(ReviewsByHand.ordinary());
    private static final String HOSTILE = ReviewHtml.print(ReviewsByHand.named(ReviewsByHand.HOSTILE));

    @Test
    void saysTheVerdictAsItsHeadline() {
        assertThat(ReviewHtml.print(ReviewsByHand.quiet()))
                .contains("<h1>No change in traffic or manifests.</h1>")
                .doesNotContain("id=\"picture\"");
    }

    @Test
    void holdsEachPartOfTheReviewAsData() {
        Review review = ReviewsByHand.ordinary();
        JsonNode data = data(ORDINARY);
        assertThat(data.path("effects")).hasSameSizeAs(review.effects());
        assertThat(data.path("problems").path("unchanged"))
                .hasSameSizeAs(review.problems().unchanged());
        assertThat(data.path("plan")).hasSameSizeAs(review.plan());
        assertThat(data.path("manifests")).hasSameSizeAs(review.manifests());
    }

    @Test
    void saysWhereAnEffectComesFrom() {
        JsonNode effect = data(ORDINARY).path("effects").path(0);
        assertThat(effect.path("rule").asString("")).isEqualTo("lost");
        assertThat(effect.path("place").asString("")).isEqualTo("mesh/platform.yaml:12");
        assertThat(effect.path("removed").asBoolean(false)).isTrue();
        assertThat(effect.path("before").asString("")).isEqualTo("infra/waypoint");
        assertThat(effect.has("after")).isFalse();
    }

    @Test
    void showsGraveEffectsWithoutAScript() {
        String fallback = ORDINARY.substring(ORDINARY.indexOf("<noscript>"), ORDINARY.indexOf("</noscript>"));
        assertThat(fallback)
                .contains("danger: lost</strong> <code><bdi>Service shop/service-0</bdi></code>")
                .contains("caution: moved")
                .doesNotContain("info: ");
    }

    @Test
    void boundsWhatIsShownWithoutAScript() {
        String page = ReviewHtml.print(ReviewsByHand.large(5_000, 0, 0));
        assertThat(page.split("<li><strong>", -1)).hasSize(501);
        assertThat(page).contains("more effects of grade danger or caution.");
    }

    @Test
    void letsABrowserRunNothingButItsOwnScript() throws Exception {
        assertThat(ORDINARY)
                .contains("default-src 'none'")
                .contains("script-src '" + hash(CODE, ORDINARY) + "'")
                .contains("style-src '" + hash(STYLE, ORDINARY) + "'")
                .doesNotContain("unsafe-", " style=\"", " onclick", "@import", "url(");
        assertThat(ORDINARY.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http:", "https:");
    }

    @Test
    void makesNoMarkupOfNames() {
        assertThat(HOSTILE).doesNotContain("<img", "<script>", "-->", "\u202E", "\u0007", "\r");
        assertThat(withoutData(HOSTILE)).doesNotContainPattern("<(?=img|script>|!--)");
        assertThat(tags(HOSTILE)).isEqualTo(tags(ReviewHtml.print(ReviewsByHand.named("plain"))));
    }

    @Test
    void keepsNamesWholeInItsData() {
        JsonNode effect = data(HOSTILE).path("effects").path(0);
        String shown = Printable.of(ReviewsByHand.HOSTILE);
        assertThat(effect.path("cluster").asString("")).isEqualTo(shown);
        assertThat(effect.path("message").path(1).path("name").asString("")).isEqualTo(shown);
        assertThat(data(HOSTILE).path("manifests").path(0).path("path").asString(""))
                .isEqualTo(shown);
    }

    @Test
    void hasNoSignOfMarkupInItsData() {
        assertThat(group(DATA, HOSTILE)).doesNotContain("<", ">", "&", "\u2028");
    }

    @Test
    void keepsTheLinesOfAValue() {
        JsonNode field = data(ORDINARY).path("manifests").path(0).path("fields").path(3);
        assertThat(field.path("before").asString("")).contains("\n").endsWith("platform team");
    }

    @Test
    void staysSmall() {
        assertThat(ORDINARY.getBytes(StandardCharsets.UTF_8).length).isLessThan(ORDINARY_BYTES);
        assertThat(ReviewHtml.print(ReviewsByHand.large(5_000, 13_000, 3))).hasSizeLessThan(6_000_000);
    }

    @Test
    void isTheSameForTheSameReview() {
        assertThat(ReviewHtml.print(ReviewsByHand.ordinary())).isEqualTo(ORDINARY);
    }

    private static JsonNode data(String page) {
        return new JsonMapper().readTree(group(DATA, page));
    }

    private static String withoutData(String page) {
        return DATA.matcher(CODE.matcher(page).replaceAll("")).replaceAll("");
    }

    /** The tags of a page outside of its script, with their attributes' names only. */
    private static List<String> tags(String page) {
        return Pattern.compile("<[/a-z!][^\\s>]*")
                .matcher(withoutData(page))
                .results()
                .map(found -> found.group())
                .toList();
    }

    private static String hash(Pattern part, String page) throws Exception {
        byte[] bytes = group(part, page).getBytes(StandardCharsets.UTF_8);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    private static String group(Pattern pattern, String page) {
        Matcher matcher = pattern.matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
