/**
 * Rules about a mesh as it is or will be, whoever wrote its manifests: what the labels on its objects do, and which
 * policies nobody enforces. Each rule is a small class; {@link dev.waymark.lint.Lint} is their order.
 */
@NullMarked
package dev.waymark.lint;

import org.jspecify.annotations.NullMarked;
