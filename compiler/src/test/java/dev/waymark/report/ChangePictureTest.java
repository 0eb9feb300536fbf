package dev.waymark.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.kube.ObjectName;
import dev.waymark.report.Picture.Way;
import dev.waymark.review.Tie;
import dev.waymark.review.Tie.State;
import dev.waymark.testing.ReviewsByHand;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangePictureTest {
    private static Tie tie(String namespace, String waypoint, State state, long services) {
        return ReviewsByHand.tie(namespace, waypoint, state, services);
    }

    @Test
    void tellsNewGoneAndChangedLinesApartByLineAndByWord() {
        assertThat(ChangeMermaid.print(ReviewsByHand.withTies(
                        tie("shop", "infra/new", State.NEW, 2),
                        tie("shop", "infra/old", State.GONE, 3),
                        tie("web", "infra/old", State.CHANGED, 1),
                        tie("web", "infra/other", State.SAME, 4))))
                .isEqualTo("""
                        flowchart LR
                          n0["shop"]
                          n1["web"]
                          w0(["infra/new"])
                          w1(["infra/old"])
                          w2(["infra/other"])
                          n0 ==>|"new: 2 services"| w0
                          n0 -.-x|"gone: 3 services"| w1
                          n1 -.->|"changed: 1 service"| w1
                          n1 -->|"4 services"| w2
                          linkStyle 1 stroke:#d1242f,color:#d1242f
                        """);
    }

    @Test
    void drawsWhatBeginsOrCeasesToGoDirectAndCountsTheRest() {
        assertThat(ChangeMermaid.print(ReviewsByHand.withTies(
                        tie("shop", "", State.NEW, 2), tie("shop", "", State.SAME, 5), tie("web", "", State.GONE, 1))))
                .contains("n1[\"shop<br/>5 direct\"]", "w0([\"direct\"])")
                .contains("n1 ==>|\"new: 2 services\"| w0", "n0 -.-x|\"gone: 1 service\"| w0");
    }

    @Test
    void saysTheClusterBeforeTheNamespace() {
        TreeMap<String, Long> targets = new TreeMap<>();
        targets.put("ServiceEntry", 2L);
        Tie tie = new Tie(
                Optional.of("east"), "shop", Optional.of(new ObjectName("infra", "waypoint")), State.NEW, targets);
        assertThat(ChangeMermaid.print(ReviewsByHand.withTies(tie)))
                .contains("\"east: shop\"", "\"east: infra/waypoint\"", "new: 2 service entries");
    }

    @Test
    void groupsManyNamespacesAlike() {
        List<Tie> ties = IntStream.range(0, 200)
                .mapToObj(index -> tie("team-" + index, "infra/waypoint", State.NEW, 1))
                .toList();
        Picture picture = ChangePicture.of(ties);
        assertThat(picture.groups())
                .singleElement()
                .extracting(Picture.Group::name)
                .isEqualTo("200 namespaces");
        assertThat(picture.edges()).containsExactly(new Picture.Edge(0, 0, Way.NEW, "200 services"));
    }

    @Test
    void drawsChangesRatherThanWhatStaysWhenThereIsTooMuch() {
        Picture picture = ChangePicture.of(IntStream.range(0, 400)
                .mapToObj(index -> tie("team-" + index, "infra/" + index, index == 399 ? State.GONE : State.SAME, 1))
                .toList());
        assertThat(picture.groups()).hasSize(41);
        assertThat(picture.groups().get(0).namespaces()).containsExactly("team-399");
        assertThat(picture.groups().get(40).name()).isEqualTo("360 namespaces");
    }

    @Test
    void keepsNamesInert() {
        String text = ChangeMermaid.print(ReviewsByHand.named(ReviewsByHand.HOSTILE));
        assertThat(text.lines()).hasSize(4);
        assertThat(text).doesNotContain("<img", "`", "@team", "]]>", "{{", "\u202E");
    }
}
