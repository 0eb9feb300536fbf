package dev.waymark.render;

import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A record or a constant in a template: what its public methods without parameters return. */
record AccessorModel(Object object) implements TemplateHashModel {
    private static final Set<String> OF_EVERY_OBJECT = Set.of("toString", "hashCode");
    private static final Map<Class<?>, Map<String, Method>> ACCESSORS = new ConcurrentHashMap<>();

    @Override
    public @Nullable TemplateModel get(String name) throws TemplateModelException {
        Method accessor = ACCESSORS
                .computeIfAbsent(object.getClass(), AccessorModel::accessors)
                .get(name);
        if (accessor == null) {
            return null;
        }
        try {
            return Models.INSTANCE.wrap(accessor.invoke(object));
        } catch (ReflectiveOperationException e) {
            throw new TemplateModelException("cannot read " + name, e);
        }
    }

    private static Map<String, Method> accessors(Class<?> type) {
        Map<String, Method> accessors = new HashMap<>();
        Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getParameterCount() == 0
                        && !OF_EVERY_OBJECT.contains(method.getName()))
                .forEach(method -> accessors.put(method.getName(), method));
        return accessors;
    }

    @Override
    public boolean isEmpty() {
        return false;
    }
}
