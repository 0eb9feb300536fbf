package dev.waymark.intent;

import java.util.Optional;

/** Facts about the mesh, {@code spec.mesh}: one set of them holds for all documents compiled together. */
public record MeshSettings(Optional<Text> istioVersion, Optional<Text> revision, Optional<Text> rootNamespace) {}
