@NullMarked
package dev.waymark.inject;

import org.jspecify.annotations.NullMarked;
