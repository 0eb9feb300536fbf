/**
 * What a change does: the routes, admissions, policies and documents of two meshes are compared, and each difference
 * becomes an effect on traffic with a grade, a problem that came or went, or a field of a manifest.
 */
@NullMarked
package dev.waymark.review;

import org.jspecify.annotations.NullMarked;
