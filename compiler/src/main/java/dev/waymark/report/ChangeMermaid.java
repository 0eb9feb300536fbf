package dev.waymark.report;

import dev.waymark.review.Review;

/** What a change does to who uses which waypoint, as a flowchart of Mermaid; the labels of its lines say new, gone or changed. */
public final class ChangeMermaid {
    private ChangeMermaid() {}

    public static String print(Review review) {
        return MermaidReport.print(ChangePicture.of(review.ties()));
    }
}
