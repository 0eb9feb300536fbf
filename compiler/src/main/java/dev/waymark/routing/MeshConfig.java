package dev.waymark.routing;

/**
 * What holds for the whole mesh.
 *
 * @param domain of the cluster, such as {@code cluster.local}
 * @param trustDomain at the head of every principal
 * @param rootNamespace whose policies hold for all namespaces
 * @param visibility who sees ServiceEntries
 */
public record MeshConfig(String domain, String trustDomain, String rootNamespace, EntryVisibility visibility) {
    /** A mesh of which nobody says anything else. */
    public static final MeshConfig DEFAULT =
            new MeshConfig("cluster.local", "cluster.local", "istio-system", EntryVisibility.PUBLIC_TO_ALL);

    public MeshConfig withRootNamespace(String name) {
        return new MeshConfig(domain, trustDomain, name, visibility);
    }
}
