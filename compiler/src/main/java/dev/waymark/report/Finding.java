package dev.waymark.report;

import dev.waymark.diagnostic.Diagnostic;

/**
 * A diagnostic for services that show messages beside lines of a change, and know them again in the next run.
 *
 * @param file where it is, by the name that was given
 * @param fingerprint the same in every run as long as the code, the file and the field are the same, whatever the line
 */
record Finding(Diagnostic diagnostic, String file, Region region, String fingerprint) {}
