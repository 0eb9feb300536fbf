/**
 * The compiler: read, parse, check against the schema, bind, resolve, lower, check, render, write. Commands and the Maven
 * plugin make a request, call one method and print the result.
 */
@NullMarked
package dev.waymark;

import org.jspecify.annotations.NullMarked;
