/**
 * What is wrong with a mesh whose references are right. {@link dev.waymark.check.Checks} lists the rules in the order of
 * their gates; each rule is a small class that knows nothing of the others.
 */
@NullMarked
package dev.waymark.check;

import org.jspecify.annotations.NullMarked;
