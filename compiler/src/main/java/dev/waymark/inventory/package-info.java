/**
 * Manifests that exist, whoever made them: read for what the routing model, the references of intents and the checks
 * ask of them. What an inventory lacks does not exist only if it is said to be complete.
 */
@NullMarked
package dev.waymark.inventory;

import org.jspecify.annotations.NullMarked;
