/**
 * The resolved model: every name is bound to its declaration, every consumer to its waypoint, and what the author left
 * out is derived. The resolver reports what does not fit together (the references gate); a {@link
 * dev.waymark.mesh.Mesh} without such errors can be lowered without any further question.
 */
@NullMarked
package dev.waymark.mesh;

import org.jspecify.annotations.NullMarked;
