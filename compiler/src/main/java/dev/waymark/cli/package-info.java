/**
 * The command line: options become a request, one call answers it, and the result goes to standard output, messages to
 * standard error. One class a command.
 */
@NullMarked
package dev.waymark.cli;

import org.jspecify.annotations.NullMarked;
