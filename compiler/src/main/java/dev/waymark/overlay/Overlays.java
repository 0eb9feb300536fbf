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
     * a document that nothing changes is the same instance. A merged one holds nodes of several files.
     *
     * @param overlays documents that have passed their schema
     */
    public static List<YamlDocument> lay(List<YamlDocument> intents, List<YamlDocument> overlays, DiagnosticLog log) {
        UnitDrafts drafts = new UnitDrafts(intents);
        Misses misses = new Misses(log);
        for (YamlDocument overlay : overlays) {
            UnitDrafts.name(overlay).ifPresent(name -> {
                if (!drafts.names().contains(name.text())) {
                    misses.unit(name, drafts.names());
                } else {
                    drafts.spec(name.text()).ifPresent(below -> lay(overlay, below, misses));
                }
            });
        }
        return drafts.laid();
    }

    private static void lay(YamlDocument overlay, Group below, Misses misses) {
        UnitDrafts.mapping(overlay.root(), "spec").ifPresent(above -> new Laying(misses).lay(below, above));
    }
}
