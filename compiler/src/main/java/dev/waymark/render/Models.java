package dev.waymark.render;

import dev.waymark.kube.Resource.Literal;
import freemarker.template.ObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What templates see: records, maps and lists of text, whole numbers and truth. No class, constructor or method with
 * parameters can be reached through it. Numbers come through as their digits, never in the manner of a locale.
 */
final class Models implements ObjectWrapper {
    static final Models INSTANCE = new Models();

    private Models() {}

    @Override
    public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
        if (value == null) {
            return null;
        }
        if (value instanceof TemplateModel model) {
            return model;
        }
        if (value instanceof Optional<?> optional) {
            return wrap(optional.orElse(null));
        }
        if (value instanceof String text) {
            return new SimpleScalar(text);
        }
        if (value instanceof Integer number) {
            return YamlOutputFormat.INSTANCE.fromMarkup(number.toString());
        }
        if (value instanceof Literal literal) {
            return YamlOutputFormat.INSTANCE.fromMarkup(literal.text());
        }
        if (value instanceof Boolean truth) {
            return truth ? TemplateBooleanModel.TRUE : TemplateBooleanModel.FALSE;
        }
        return structure(value);
    }

    private static TemplateModel structure(Object value) throws TemplateModelException {
        if (value instanceof Map<?, ?> map) {
            return new MapModel(map);
        }
        if (value instanceof List<?> list) {
            return new ListModel(list);
        }
        if (value instanceof Record || value instanceof Enum<?>) {
            return new AccessorModel(value);
        }
        throw new TemplateModelException(
                "templates do not take a " + value.getClass().getName());
    }
}
