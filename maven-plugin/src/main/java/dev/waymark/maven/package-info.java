/**
 * The goals of the Maven plugin. Each makes a request of its parameters, calls the compiler once and turns what it
 * found into lines of the log: an error of the user's fails the build, a fault of ours stops it.
 */
@NullMarked
package dev.waymark.maven;

import org.jspecify.annotations.NullMarked;
