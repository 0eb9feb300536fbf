package dev.waymark.report;

import dev.waymark.review.Effect;
import dev.waymark.review.Effect.Cause;
import dev.waymark.review.Grade;
import dev.waymark.review.Review;
import dev.waymark.review.Tie;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A review as one page that asks no network for anything: the verdict and the picture as they stand, and all else as data
 * that the page's own script shows. Its policy lets a browser run that script and no other.
 */
public final class ReviewHtml {
    private static final PageAssets ASSETS = PageAssets.load();

    /** Entries for those whose browser runs no script. */
    private static final int MOST = 500;

    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="%s">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="referrer" content="no-referrer">
            <title>Review of a mesh change</title>
            <style>%s</style>
            </head>
            <body>
            <header>
            <p class="kicker">Review of a mesh change</p>
            <h1>%s</h1>
            <div id="overview"></div>
            </header>
            <main>
            <noscript>
            %s</noscript>
            <div id="effects-view"></div>
            %s<div id="details-view"></div>
            </main>
            <footer><code>waymark explain NAME</code> says more about an effect or a problem.</footer>
            <script type="application/json" id="review-data">%s</script>
            <script type="module">%s</script>
            </body>
            </html>
            """;

    private ReviewHtml() {}

    public static String print(Review review) {
        return PAGE.formatted(
                ASSETS.policy(),
                ASSETS.style(),
                Html.wording(review.verdict()),
                withoutScript(review),
                picture(review.ties()),
                ReviewData.print(review),
                ASSETS.script());
    }

    /** What a reviewer has to know by all means. */
    private static String withoutScript(Review review) {
        List<Effect> grave = review.effects().stream()
                .filter(effect -> effect.grade().isAtLeast(Grade.CAUTION))
                .toList();
        String entries = grave.stream().limit(MOST).map(ReviewHtml::entry).collect(Collectors.joining());
        String rest = grave.size() > MOST
                ? "<p>" + Count.of(grave.size() - MOST, "more effect") + " of grade danger or caution.</p>\n"
                : "";
        return "<p>Without its script this page shows no more than effects of grade danger and caution.</p>\n"
                + (entries.isEmpty() ? "<p>There are none.</p>\n" : "<ul>\n" + entries + "</ul>\n" + rest);
    }

    private static String entry(Effect effect) {
        String cluster = effect.cluster().map(name -> " in " + Html.name(name)).orElse("");
        String cause = effect.cause()
                .map(Cause::span)
                .map(span -> " (" + Html.name(ReviewData.place(span)) + ")")
                .orElse("");
        return "<li><strong>" + effect.grade().word() + ": " + effect.rule().word() + "</strong> "
                + Html.name(effect.target().words()) + cluster + ": " + Html.wording(effect.message()) + cause
                + "</li>\n";
    }

    private static String picture(List<Tie> ties) {
        if (ties.isEmpty()) {
            return "";
        }
        return """
                <section id="picture" aria-labelledby="picture-title">
                <h2 id="picture-title">Picture</h2>
                <ul class="legend">
                <li><svg width="36" height="10" aria-hidden="true"><path class="edge new" d="M0 5H36"/></svg> new</li>
                <li><svg width="36" height="10" aria-hidden="true"><path class="edge gone" d="M0 5H36"/></svg> gone</li>
                <li><svg width="36" height="10" aria-hidden="true"><path class="edge changed" d="M0 5H36"/></svg> changed</li>
                <li><svg width="36" height="10" aria-hidden="true"><path class="edge through" d="M0 5H36"/></svg> kept</li>
                </ul>
                <div class="drawing" tabindex="0" role="region" aria-labelledby="picture-title">
                %s</div>
                </section>
                """.formatted(
                        SvgReport.part(ChangePicture.of(ties), "Who goes through which waypoint, before and after"));
    }
}
