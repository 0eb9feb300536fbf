/**
 * Labels for objects in manifests that stream through. A stream is cut into its documents; those that may hold an object
 * which the mesh names are parsed, and what has to stand in them becomes {@link dev.waymark.inject.TextEdit}s. Whatever
 * is not edited is handed on byte for byte.
 */
@NullMarked
package dev.waymark.inject;

import org.jspecify.annotations.NullMarked;
