package dev.waymark.render;

import freemarker.cache.StringTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The templates, each read once, and the configuration that they are locked into. */
final class Templates {
    /** What could print a value without escaping it, or reach beyond the data; FreeMarker takes camel case too. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "(?i)no_?esc|no_?auto_?esc|output_?format|<#ftl|\\?\\s*(new|api|eval|interpret|markup_?string)|<#include|<#import");

    /** An interpolation is a whole key, or a whole value behind {@code : } or {@code - }. */
    private static final Pattern INTERPOLATION = Pattern.compile("(?m)(^ *|: |- )\\$\\{[^}]*}(?=$|:$|: |, |}$|}\\n)");

    private final Configuration configuration = configuration(new Part(this));
    private final Map<Class<?>, Template> templates = new HashMap<>();

    private static Configuration configuration(Part part) {
        Configuration configuration = new Configuration(new Version(2, 3, 33));
        configuration.setTemplateLoader(new StringTemplateLoader());
        configuration.setObjectWrapper(Models.INSTANCE);
        configuration.setOutputFormat(YamlOutputFormat.INSTANCE);
        configuration.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setFallbackOnNullLoopVariable(false);
        configuration.setLocalizedLookup(false);
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("c");
        configuration.setSharedVariable("indented", Indentation.NESTED);
        configuration.setSharedVariable("item", Indentation.ITEM);
        configuration.setSharedVariable("part", part);
        return configuration;
    }

    /** Prints a record through the template that is named like it. */
    String print(Record record) {
        StringWriter text = new StringWriter();
        try {
            print(new AccessorModel(record), text);
        } catch (IOException | TemplateException e) {
            throw new IllegalStateException(
                    "the template of " + record.getClass().getSimpleName() + " failed", e);
        }
        return text.toString();
    }

    /** Prints a record into what another one prints. */
    void print(AccessorModel record, Writer text) throws IOException, TemplateException {
        templates.computeIfAbsent(record.object().getClass(), this::load).process(record, text);
    }

    private Template load(Class<?> type) {
        String name = type.getSimpleName() + ".ftl";
        try (InputStream stream = Templates.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("there is no template " + name);
            }
            return parse(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parses a template, unless it could let a value change the structure of a document. */
    Template parse(String name, String text) throws IOException {
        Matcher forbidden = FORBIDDEN.matcher(text);
        if (forbidden.find()) {
            throw new IllegalStateException("the template " + name + " uses " + forbidden.group());
        }
        int interpolations = text.split("\\$\\{|#\\{", -1).length - 1;
        if (INTERPOLATION.matcher(text).results().count() != interpolations) {
            throw new IllegalStateException("in the template " + name + " an interpolation does not stand alone");
        }
        return new Template(name, text, configuration);
    }
}
