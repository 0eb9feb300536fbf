package dev.waymark.report;

import dev.waymark.handover.Handover;
import dev.waymark.handover.Snippet;
import dev.waymark.mesh.LabelledObject;
import dev.waymark.mesh.Via;
import java.util.Optional;

/**
 * What an owner in another repository is handed: Markdown, so that it can be pasted into a request to them.
 *
 * @param cluster the one of a fleet that the object is in
 */
public record HandoverReport(LabelledObject labelled, Optional<String> cluster) {
    private static final String FENCE = "```";

    /** A head, each way with its snippet, and how to find out whether the labels arrived. */
    public String text(Page page) {
        StringBuilder text = new StringBuilder();
        text.append("# Labels for ").append(labelled.object());
        cluster.ifPresent(name -> text.append(" in cluster ").append(Printable.of(name)));
        text.append("\n\n");
        paragraph(text, "", where() + " One of these ways is enough.", page);
        paragraph(text, "", "No way waits for the waypoint: let its Gateway be programmed first.", page);
        paragraph(text, "", via(), page);
        new Handover(labelled).snippets().forEach(snippet -> append(text, snippet, page));
        text.append("\n## Have they arrived?\n\n");
        paragraph(text, "", arrived(), page);
        return text.toString();
    }

    private String where() {
        String path = "`" + labelled.object().kind().labelsAt().path() + "`";
        return switch (labelled.object().kind().labelsAt()) {
            case METADATA ->
                labelled.marks().annotations().isEmpty()
                        ? "They stand in " + path + "."
                        : "They stand in " + path
                                + ", and beside them the weight of a canary in `metadata.annotations`.";
            case POD_TEMPLATE -> "They stand in " + path + ": all pods are replaced when these change.";
            case JOB_TEMPLATE -> "They stand in " + path + ": the pods of its next Job have them.";
            case WORKLOAD_METADATA -> "They stand in " + path + ": workloads that join from then on have them.";
        };
    }

    private String via() {
        return switch (labelled.via()) {
            case PATCH ->
                "The intents say `via: patch`: in their own repository a Component carries the labels, and fails where it "
                        + "misses. Whoever takes a way below writes `via: owner` instead.";
            case APPLY ->
                "The intents say `via: apply`: a part of the object carries the labels already. Whoever takes a way below "
                        + "writes `via: owner` instead, since two ways for one object get in each other's way.";
            case OWNER, FULL -> "The intents say `via: owner`: nothing else delivers them.";
        };
    }

    private String arrived() {
        String condition = labelled.via() == Via.OWNER ? "" : ", once the intents say `via: owner`";
        return "Hold the owner's manifests against the intents, as they are built or as the cluster has them: "
                + "`waymark validate --inventory MANIFESTS` is an error, WM1015, where a label is missing" + condition
                + ".";
    }

    private static void append(StringBuilder text, Snippet snippet, Page page) {
        text.append("\n## ").append(snippet.title()).append("\n\n");
        text.append(FENCE).append(snippet.language()).append('\n');
        text.append(snippet.text()).append(FENCE).append("\n\n");
        snippet.notes().forEach(note -> paragraph(text, "- ", note, page));
    }

    private static void paragraph(StringBuilder text, String mark, String sentence, Page page) {
        text.append(mark);
        page.lines(sentence, mark.length(), mark.length())
                .forEach(line -> text.append(line).append('\n'));
    }
}
