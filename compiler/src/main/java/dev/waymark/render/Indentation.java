package dev.waymark.render;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Moves what a template prints to the right, for trees of which nobody knows the depth. A value is one line, so that
 * none of it can come to stand at another depth.
 *
 * @param first what stands before the first line
 * @param rest what stands before the others
 */
record Indentation(String first, String rest) implements TemplateDirectiveModel {
    static final Indentation NESTED = new Indentation("  ", "  ");
    static final Indentation ITEM = new Indentation("- ", "  ");

    @Override
    @SuppressWarnings("rawtypes") // the interface is older than type parameters
    public void execute(
            Environment environment, Map parameters, TemplateModel[] variables, @Nullable TemplateDirectiveBody body)
            throws TemplateException, IOException {
        StringWriter text = new StringWriter();
        Objects.requireNonNull(body).render(text);
        String start = first;
        for (String line : text.toString().lines().toList()) {
            environment.getOut().append(start).append(line).append('\n');
            start = rest;
        }
    }
}
