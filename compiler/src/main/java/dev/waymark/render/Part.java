package dev.waymark.render;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Prints a record that another one holds, {@code of}, through the template of its own name. */
record Part(Templates templates) implements TemplateDirectiveModel {
    @Override
    @SuppressWarnings("rawtypes") // the interface is older than type parameters
    public void execute(
            Environment environment, Map parameters, TemplateModel[] variables, @Nullable TemplateDirectiveBody body)
            throws TemplateException, IOException {
        templates.print((AccessorModel) Objects.requireNonNull(parameters.get("of")), environment.getOut());
    }
}
