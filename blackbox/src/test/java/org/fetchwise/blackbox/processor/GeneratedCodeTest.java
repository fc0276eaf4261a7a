package org.fetchwise.blackbox.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fetchwise.blackbox.processor.Compilation.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.junit.jupiter.api.Test;

/** What the processor writes. */
final class GeneratedCodeTest {
    private static final Path GOLDEN = Path.of("src/test/resources/org/fetchwise/blackbox/processor/golden");

    /**
     * Every type and relation, file by file. After an intended change, {@code -Dfetchwise.golden=write} writes the
     * files anew; what changed is then read in the difference.
     */
    @Test
    void equalsTheGoldenFiles() {
        Map<String, String> files = golden().run().files();

        if ("write".equals(System.getProperty("fetchwise.golden"))) {
            files.forEach((path, text) -> write(GOLDEN.resolve("expected").resolve(path), text));
        }
        assertThat(new TreeSet<>(files.keySet())).isEqualTo(filesIn(GOLDEN.resolve("expected")));
        files.forEach((path, text) -> assertThat(text)
                .as(path)
                .isEqualTo(read(GOLDEN.resolve("expected").resolve(path))));
    }

    @Test
    void isFreeOfWarnings() {
        Compilation.Result result = golden().option("-Werror").run();

        assertThat(result.errors()).isEmpty();
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void isTheSameInEveryRun() {
        assertThat(golden().run().files()).isEqualTo(golden().run().files());
    }

    @Test
    void keepsToTheWidthOfALine() {
        String longName = "nameThatIsLongerThanMost";
        Compilation.Result result = Compilation.of(shop("@Entity class AnEntityWithALongName { "
                        + "@Id private Long id; private String " + longName + "; "
                        + "@Column(precision = 12, scale = 3) private BigDecimal other" + longName + "; "
                        + "@ManyToOne private AnEntityWithALongName to" + longName + "; "
                        + "AnEntityWithALongName getTo" + longName + "() { return to" + longName + "; } }"))
                .run();

        assertThat(result.succeeded()).isTrue();
        assertThat(result.files().values().stream().flatMap(String::lines))
                .filteredOn(line -> !line.startsWith("import "))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void beginsNamesWithThePrefix() {
        Compilation.Result result = Compilation.of(shop("@Entity class Post { @Id private Long id; }"))
                .option("-Afetchwise.prefix=Db")
                .run();

        assertThat(result.succeeded()).isTrue();
        assertThat(result.files().keySet())
                .contains("shop/DbPost.java", "shop/DbPostMany.java", "shop/DbPostColumns.java")
                .noneMatch(path -> path.startsWith("shop/Q"));
    }

    @Test
    void appliesConverters_thatAreCompiledTogetherWithTheEntity() {
        Compilation.Result result = Compilation.of(
                        shop("@Entity class Post { @Id private Long id; private Period length; "
                                + "@Convert(disableConversion = true) private String title; private String text; }"),
                        """
                        package types;
                        @jakarta.persistence.Converter(autoApply = true)
                        public class Lengths implements jakarta.persistence.AttributeConverter<java.time.Period, String> {
                            /** Needed. */
                            public Lengths() {}
                            @Override public String convertToDatabaseColumn(java.time.Period length) { return length + ""; }
                            @Override public java.time.Period convertToEntityAttribute(String text) {
                                return java.time.Period.parse(text);
                            }
                        }
                        """)
                .run();

        assertThat(result.errors()).isEmpty();
        assertThat(result.file("shop/PostManaged.java")).contains("import types.Lengths;", "new Lengths()");
    }

    @Test
    void namesTablesAndColumnsAsHibernateDoes_inSnakeCase() {
        List<String> names =
                List.of("createdAt", "someURL", "viewCount2", "a1Bc", "userID", "alreadySnake_case", "UPPER", "aB");
        String fields =
                names.stream().map(name -> "private String " + name + "; ").collect(Collectors.joining());
        Compilation.Result result = Compilation.of(shop("@Entity class BlogPost { @Id @GeneratedValue private Long id; "
                        + fields + "@ManyToMany Set<BlogPost> seeAlso; @ManyToOne private BlogPost topPost; "
                        + "BlogPost getTopPost() { return topPost; } Set<BlogPost> getSeeAlso() { return seeAlso; } }"))
                .option("-Afetchwise.naming=snake_case")
                .run();

        assertThat(result.errors()).isEmpty();
        String managed = result.file("shop/BlogPostManaged.java");
        PhysicalNamingStrategySnakeCaseImpl hibernate = new PhysicalNamingStrategySnakeCaseImpl();
        for (String name : names) {
            String column = hibernate
                    .toPhysicalColumnName(Identifier.toIdentifier(name), null)
                    .getText();
            assertThat(managed.replaceAll("\\s+", " ")).contains("\"" + name + "\", \"" + column + "\"");
        }
        assertThat(managed)
                .contains("\"blog_post\"", "\"blog_post_seq\"", "\"top_post_id\"")
                .contains("\"blog_post_blog_post\", \"blog_post_id\", \"see_also_id\"");
    }

    @Test
    void refusesANamingThatDoesNotExist() {
        assertThat(Compilation.of(shop("@Entity class Post { @Id private Long id; }"))
                        .option("-Afetchwise.naming=camelCase")
                        .run()
                        .errors())
                .anySatisfy(message -> assertThat(message)
                        .contains("-Afetchwise.naming=camelCase names no naming. Write one of jakarta, hibernate, "
                                + "lower_case, upper_case, snake_case."));
    }

    @Test
    void listsEntitiesAndQuerySetsAsAService() {
        Compilation.Result result = Compilation.of(
                        shop("@Entity public class Post { @Id private Long id; }"),
                        "package other; public interface Posts extends org.fetchwise.QuerySet<shop.Post, Posts> {}")
                .run();

        assertThat(result.file("META-INF/services/org.fetchwise.Model"))
                .isEqualTo("other.FetchwiseModel\nshop.FetchwiseModel\n");
        assertThat(result.file("other/FetchwiseModel.java"))
                .contains("new QuerySetType<>(Posts.class, QPost.META, QPosts::new)");
        assertThat(result.succeeded()).isTrue();
    }

    @Test
    void namesNestedClasses() {
        Compilation.Result result = Compilation.of(shop("public class Blog { "
                        + "@Entity public static class Post { @Id private Long id; private Kind kind; } "
                        + "public interface Posts extends org.fetchwise.QuerySet<Post, Posts> {} "
                        + "public enum Kind { LONG } }"))
                .option("-Werror")
                .run();

        assertThat(result.errors()).isEmpty();
        assertThat(result.file("shop/QPostColumns.java")).contains("import shop.Blog.Kind;");
    }

    @Test
    void tellsClassesOfOneNameApart() {
        Compilation.Result result = Compilation.of(
                        shop("@Entity public class Access { @Id private Long id; private List list; "
                                + "@ManyToOne private Managed managed; public Managed getManaged() { return managed; } "
                                + "public enum List { ONE } }"),
                        shop("@Entity public class Managed { @Id private Long id; @ManyToMany private "
                                + "java.util.List<Process> processes; "
                                + "public java.util.List<Process> getProcesses() { return processes; } }"),
                        shop("@Entity public class Process { @Id private Long id; }"))
                .run();

        assertThat(result.errors()).isEmpty();
    }

    @Test
    void keepsTheStateOfManyAttributesInALong() {
        String fields = IntStream.range(0, 62)
                .mapToObj(at -> "private int number" + at + ";")
                .collect(Collectors.joining(" "));
        Compilation.Result fits = Compilation.of(shop("@Entity class Post { @Id private Long id; " + fields + " }"))
                .run();
        Compilation.Result tooMany = Compilation.of(
                        shop("@Entity class Post { @Id private Long id; private int one; " + fields + " }"))
                .run();

        assertThat(fits.errors()).isEmpty();
        assertThat(fits.file("shop/PostManaged.java")).contains("private transient long ready;");
        assertThat(tooMany.errors())
                .containsExactly("1: Post has 64 columns and relations; more than 63 are not supported yet. "
                        + "Move some to an entity related by @OneToOne.");
    }

    @Test
    void isSerializableWhereTheEntityIs() {
        Compilation.Result result = Compilation.of(shop("@Entity class Post implements java.io.Serializable { "
                        + "private static final long serialVersionUID = 1; @Id private Long id; "
                        + "@ManyToOne private Post parent; Post getParent() { return parent; } }"))
                .option("-Xlint:-serial")
                .run();

        assertThat(result.file("shop/PostManaged.java")).contains("private static final long serialVersionUID = 1L;");
    }

    @Test
    void keepsQuietAboutDeprecatedEntities() {
        Compilation.Result result = Compilation.of(
                        shop("@Deprecated @Entity public class Post { @Id private Long id; }"),
                        shop("@Entity public class User { @Id private Long id; "
                                + "@Deprecated String getName() { return name; } "
                                + "private String name; }"))
                .option("-Werror")
                .run();

        assertThat(result.errors()).isEmpty();
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void alwaysSavesColumnsThatMethodsWriteWithoutASetter() {
        Compilation.Result result = Compilation.of(shop("@Entity class Post { @Id private Long id; "
                        + "private int views; private String title; private boolean open; private byte[] data; "
                        + "Post() { open = true; } void setTitle(String title) { this.title = title; } "
                        + "void view() { views++; } void load(byte[] data) { this.data = data; } }"))
                .run();

        assertThat(result.file("shop/PostManaged.java")).contains("1L << 1 | 1L << 4);");
    }

    @Test
    void asksANamedModuleToProvideItsModel() {
        String post = shop("@Entity public class Post { @Id private Long id; }");
        String requires = "requires org.fetchwise.core; requires jakarta.persistence; ";
        Compilation.Result silent = Compilation.of(post)
                .module("module shop.app { " + requires + "provides org.fetchwise.Model with shop.FetchwiseModel; }")
                .run();
        Compilation.Result asking = Compilation.of(post)
                .module("module shop.app { " + requires + "}")
                .run();

        assertThat(silent.errors()).isEmpty();
        assertThat(silent.warnings()).isEmpty();
        assertThat(asking.warnings())
                .containsExactly("1: The module shop.app has entities that a database handle cannot find. "
                        + "Add to module-info: provides org.fetchwise.Model with shop.FetchwiseModel;");
    }

    /**
     * Another processor that runs after this one and adds the accessors, as Lombok does, shows them in the next round.
     */
    @Test
    void waitsForAccessorsThatAppearInTheNextRound() {
        Compilation.Result result = Compilation.of(
                        shop("@Entity public class Post extends PostBase { @Id private Long id; "
                                + "@Override public Long getId() { return id; } "
                                + "@Override void setId(Long id) { this.id = id; } "
                                + "private String title; }"))
                .beside(new BaseWriter())
                .run();

        assertThat(result.errors()).isEmpty();
        assertThat(result.file("shop/PostManaged.java")).contains("public String getTitle()");
    }

    /** Writes a superclass of {@code Post} in the first round. */
    private static final class BaseWriter extends AbstractProcessor {
        @Override
        public Set<String> getSupportedAnnotationTypes() {
            return Set.of("*");
        }

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latest();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            if (round.getRootElements().stream()
                    .anyMatch(root -> root.getSimpleName().contentEquals("Post"))) {
                try (var writer = processingEnv
                        .getFiler()
                        .createSourceFile("shop.PostBase")
                        .openWriter()) {
                    writer.write("package shop; abstract class PostBase { "
                            + "abstract Long getId(); abstract void setId(Long id); "
                            + "public String getTitle() { return \"\"; } "
                            + "public void setTitle(String title) {} }");
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
            return false;
        }
    }

    private static Compilation golden() {
        return filesIn(GOLDEN).stream()
                .filter(path -> !path.contains("/"))
                .map(path -> read(GOLDEN.resolve(path)))
                .reduce(Compilation.of(), Compilation::with, (first, second) -> first);
    }

    private static Set<String> filesIn(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
