package dev.waymark.mesh;

import dev.waymark.kube.Marks;
import dev.waymark.kube.ObjectRef;
import dev.waymark.source.Span;

/**
 * An object of somebody else's that labels of ours go on.
 *
 * @param unit the one unit that renders them; another one may still name the object without any
 * @param marks none where the waypoint is prepared or retired
 * @param retired whether labels that this unit rendered are withdrawn
 * @param source the line that names it
 */
public record LabelledObject(ObjectRef object, String unit, Via via, Marks marks, boolean retired, Span source) {}
