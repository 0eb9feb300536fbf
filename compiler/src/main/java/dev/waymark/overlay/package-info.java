/**
 * Overlays laid over documents, as trees and before anything is bound: every value keeps the place that it was written
 * at, so that a message about one names the file that somebody has to change.
 */
@NullMarked
package dev.waymark.overlay;

import org.jspecify.annotations.NullMarked;
