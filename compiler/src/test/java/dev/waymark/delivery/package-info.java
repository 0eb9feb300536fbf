/**
 * What becomes of rendered output in a cluster: a model of server-side apply and of the two delivery tools, and who else
 * writes to the same objects.
 */
@NullMarked
package dev.waymark.delivery;

import org.jspecify.annotations.NullMarked;
