package org.fetchwise.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic.Kind;

/**
 * Reads entity classes and the interfaces of custom query methods, and writes typed paths, row readers, managed
 * subclasses and implementations beside them.
 *
 * <p>Path classes are written in the round that shows an entity; they need its fields only. The managed subclass needs
 * the accessors, too. Where some are missing, another processor may still be about to add them, so the class waits for
 * the next round. The list of a package is written once a round shows nothing new.
 */
@SupportedAnnotationTypes("*")
@SupportedOptions({FetchwiseProcessor.PREFIX, FetchwiseProcessor.NAMING})
public final class FetchwiseProcessor extends AbstractProcessor {
    /** The option that says what the names of generated classes begin with; {@code Q} where it is absent. */
    public static final String PREFIX = "fetchwise.prefix";

    /** The option that says how tables and columns are named; {@code jakarta} where it is absent. */
    public static final String NAMING = "fetchwise.naming";

    private final Set<String> waiting = new LinkedHashSet<>();
    private final Set<String> unlisted = new TreeSet<>();
    private final Set<String> converters = new TreeSet<>();
    private final Set<String> known = new TreeSet<>();
    private final Services services = new Services();

    /** For the compiler. */
    public FetchwiseProcessor() {}

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (round.processingOver()) {
            services.write(processingEnv);
            return false;
        }
        services.compiling(round.getRootElements());
        List<TypeElement> types = typesOf(round);
        types.stream()
                .filter(ConverterReader::appliesItself)
                .forEach(
                        converter -> converters.add(converter.getQualifiedName().toString()));
        List<TypeElement> entities = types.stream().filter(this::isEntity).toList();
        entities.forEach(entity -> known.add(entity.getQualifiedName().toString()));
        QuerySetReader reader = new QuerySetReader(elements(), processingEnv.getTypeUtils(), new Problems());
        List<TypeElement> querySets = types.stream().filter(reader::isQuerySet).toList();
        List<TypeElement> embeddables = types.stream()
                .filter(type -> AnnotationView.isPresent(type, Jpa.EMBEDDABLE))
                .toList();
        if (entities.isEmpty() && querySets.isEmpty() && embeddables.isEmpty() && waiting.isEmpty()) {
            writeLists();
            return false;
        }
        if (elements().getTypeElement("org.fetchwise.expr.EntityPath") == null) {
            processingEnv
                    .getMessager()
                    .printMessage(
                            Kind.ERROR,
                            "fetchwise-processor found entities, but not fetchwise-core. Add "
                                    + "org.fetchwise:fetchwise-core to the dependencies.");
            return false;
        }
        String naming = processingEnv.getOptions().getOrDefault(NAMING, "jakarta");
        if (Naming.of(naming) == null) {
            processingEnv
                    .getMessager()
                    .printMessage(
                            Kind.ERROR,
                            "-A" + NAMING + "=" + naming + " names no naming. Write one of " + Naming.options() + ".");
            return false;
        }
        Names names = names();
        List<String> late = List.copyOf(waiting);
        waiting.clear();
        late.forEach(name -> writeManaged(elements().getTypeElement(name), names));
        embeddables.forEach(this::writeEmbeddable);
        entities.forEach(entity -> writeEntity(entity, names));
        querySets.forEach(querySet -> writeQuerySet(querySet, names));
        Stream.concat(entities.stream(), querySets.stream())
                .forEach(type -> unlisted.add(TypeName.of(type).packageName()));
        return false;
    }

    private void writeEntity(TypeElement type, Names names) {
        EntityModel entity = read(type, new Problems());
        if (!ClassRules.canBeNamed(type)) {
            writeManaged(type, names);
            return;
        }
        write(type, PathWriter.writeOne(entity, names));
        write(type, PathWriter.writeMany(entity, names));
        write(type, ColumnsWriter.write(entity, names));
        entity.elements().forEach(collection -> write(type, ElementsPathWriter.write(entity, collection, names)));
        if (hasAllAccessors(entity)) {
            writeManaged(type, names);
        } else {
            waiting.add(type.getQualifiedName().toString());
        }
    }

    private EntityModel read(TypeElement type, Problems problems) {
        return new InheritanceReader(hierarchy(type))
                .place(readAlone(type, problems), other -> readAlone(other, new Problems()));
    }

    private EntityModel readAlone(TypeElement type, Problems problems) {
        EntityModel entity = new EntityReader(
                        elements(), processingEnv.getTypeUtils(), converters(), entities(), problems)
                .read(type);
        return SharedColumns.join(naming().apply(entity));
    }

    private Hierarchy hierarchy(TypeElement type) {
        return Hierarchy.of(type, entities());
    }

    /** {@return the entities of this compilation} */
    private List<TypeElement> entities() {
        return known.stream().map(elements()::getTypeElement).toList();
    }

    private void writeEmbeddable(TypeElement type) {
        Problems problems = new Problems();
        EmbeddableModel model =
                new EmbeddableReader(elements(), processingEnv.getTypeUtils(), converters(), problems).read(type);
        problems.report(processingEnv.getMessager());
        if (ClassRules.canBeNamed(type)) {
            write(type, EmbeddablePathWriter.write(model, names("EmbeddedPath")));
        }
    }

    private void writeManaged(TypeElement type, Names names) {
        Problems problems = new Problems();
        EntityModel entity = read(type, problems);
        AccessorReader accessors = new AccessorReader(elements(), processingEnv.getTypeUtils(), type);
        EntityValidator.check(type, entity, hierarchy(type), accessors, names, problems);
        List<CallbackModel> callbacks = CallbackReader.read(elements(), processingEnv.getTypeUtils(), type, problems);
        if (entity.traits().readOnly()) {
            problems.report(processingEnv.getMessager());
            if (!problems.hasErrors()) {
                write(type, ReadOnlyWriter.write(entity, names, EntityReader.mappedFields(type)));
            }
            return;
        }
        long alwaysWritten = scan(type, entity, accessors, problems);
        problems.report(processingEnv.getMessager());
        if (!problems.hasErrors()) {
            write(type, ManagedWriter.write(entity, names, alwaysWritten, callbacks));
        }
    }

    /**
     * {@return the columns that methods write without a setter; all of them where the compiler does not show the
     * bodies}
     */
    private long scan(TypeElement type, EntityModel entity, AccessorReader accessors, Problems problems) {
        try {
            BodyScan scan = BodyScan.of(processingEnv);
            return scan == null ? entity.writableColumns() : scan.check(type, entity, accessors, problems);
        } catch (LinkageError otherCompiler) {
            return entity.writableColumns();
        }
    }

    private void writeQuerySet(TypeElement type, Names names) {
        Problems problems = new Problems();
        QuerySetModel querySet = new QuerySetReader(elements(), processingEnv.getTypeUtils(), problems).read(type);
        problems.report(processingEnv.getMessager());
        if (querySet != null && !problems.hasErrors()) {
            write(type, QuerySetWriter.write(querySet, names));
        }
    }

    private void writeLists() {
        if (unlisted.isEmpty()) {
            return;
        }
        Names names = names();
        PackageReader reader = new PackageReader(elements(), processingEnv.getTypeUtils(), names);
        for (String name : unlisted) {
            PackageModel model = reader.read(elements().getPackageElement(name));
            services.add(model.type());
            write(elements().getPackageElement(name), ModelWriter.write(model, names));
        }
        unlisted.clear();
    }

    private static boolean hasAllAccessors(EntityModel entity) {
        return entity.traits().readOnly()
                || entity.fields()
                        .noneMatch(field ->
                                field.getters().isEmpty() || field.setters().isEmpty());
    }

    private boolean isEntity(TypeElement type) {
        return AnnotationView.isPresent(type, Jpa.ENTITY);
    }

    private static List<TypeElement> typesOf(RoundEnvironment round) {
        List<TypeElement> types = new ArrayList<>();
        ElementFilter.typesIn(round.getRootElements()).forEach(type -> addWithNested(type, types));
        return types;
    }

    static void addWithNested(TypeElement type, List<TypeElement> types) {
        types.add(type);
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(nested -> addWithNested(nested, types));
    }

    private Names names() {
        return names("EntityPath", "ToOne", "ToMany");
    }

    /** {@return names that differ from those of the methods of some path classes} */
    private Names names(String... paths) {
        Set<String> reserved = new HashSet<>();
        for (String path : paths) {
            TypeElement type = elements().getTypeElement("org.fetchwise.expr." + path);
            ElementFilter.methodsIn(elements().getAllMembers(type))
                    .forEach(method -> reserved.add(method.getSimpleName().toString()));
        }
        return new Names(processingEnv.getOptions().getOrDefault(PREFIX, "Q"), reserved);
    }

    private Naming naming() {
        Naming naming = Naming.of(processingEnv.getOptions().getOrDefault(NAMING, "jakarta"));
        return naming == null ? Naming.JAKARTA : naming;
    }

    /** {@return the converters of this compilation that apply by themselves} */
    private List<TypeElement> converters() {
        return converters.stream().map(elements()::getTypeElement).toList();
    }

    private Elements elements() {
        return processingEnv.getElementUtils();
    }

    private void write(Element origin, GeneratedFile file) {
        try (Writer writer = processingEnv
                .getFiler()
                .createSourceFile(file.type().qualifiedName(), origin)
                .openWriter()) {
            writer.write(file.text());
        } catch (FilerException exists) {
            processingEnv
                    .getMessager()
                    .printMessage(
                            Kind.ERROR,
                            "Cannot write " + file.type().qualifiedName() + ": there is a class of this name already. "
                                    + "Rename one of them, or set another prefix with -A" + PREFIX + "=….",
                            origin);
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot write " + file.type().qualifiedName(), failure);
        }
    }
}
