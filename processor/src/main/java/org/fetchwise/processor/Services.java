package org.fetchwise.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** The file by which the service loader finds the lists of all packages. Not thread-safe. */
final class Services {
    private static final String FILE = "META-INF/services/org.fetchwise.Model";

    private final Set<String> lists = new TreeSet<>();
    private final Set<ModuleElement> compiled = new LinkedHashSet<>();

    /** Notes the modules whose declarations are being compiled; tests, say, are patched into one that is not. */
    void compiling(Set<? extends Element> roots) {
        compiled.addAll(ElementFilter.modulesIn(roots));
    }

    void add(TypeName list) {
        lists.add(list.qualifiedName());
    }

    /** Writes the file, if there is anything to list; what an earlier compilation listed stays as long as it exists. */
    void write(ProcessingEnvironment environment) {
        if (lists.isEmpty()) {
            return;
        }
        compiled.forEach(module -> lists.forEach(list -> checkModule(environment, module, list)));
        existing(environment)
                .lines()
                .filter(line -> !line.isBlank() && environment.getElementUtils().getTypeElement(line) != null)
                .forEach(lists::add);
        try {
            FileObject file = environment.getFiler().createResource(StandardLocation.CLASS_OUTPUT, "", FILE);
            try (Writer writer = file.openWriter()) {
                for (String list : lists) {
                    writer.write(list + "\n");
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write " + FILE, failure);
        }
    }

    /** In a named module the file means nothing: the module itself has to say what it provides. */
    private static void checkModule(ProcessingEnvironment environment, ModuleElement module, String list) {
        TypeElement type = environment.getElementUtils().getTypeElement(list);
        if (type == null || !module.equals(environment.getElementUtils().getModuleOf(type))) {
            return;
        }
        boolean provided = ElementFilter.providesIn(module.getDirectives()).stream()
                .flatMap(provides -> provides.getImplementations().stream())
                .anyMatch(type::equals);
        if (!provided) {
            environment
                    .getMessager()
                    .printMessage(
                            Diagnostic.Kind.WARNING,
                            "The module " + module.getQualifiedName()
                                    + " has entities that a database handle cannot find. "
                                    + "Add to module-info: provides org.fetchwise.Model with " + list + ";",
                            module);
        }
    }

    private static String existing(ProcessingEnvironment environment) {
        try {
            return environment
                    .getFiler()
                    .getResource(StandardLocation.CLASS_OUTPUT, "", FILE)
                    .getCharContent(true)
                    .toString();
        } catch (IOException absent) {
            return "";
        }
    }
}
