package org.fetchwise.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fetchwise.Database;
import org.fetchwise.jdbc.JdbcExecutor;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The packages of core and the directions between them: the table of ARCHITECTURE.md. */
class ArchitectureTest {
    private static final String ROOT = "org.fetchwise";

    /** Each package, what it uses of the others, and whether users see it. The package {@code api} is the root itself. */
    private static final String TABLE = """
        annotation public
        error      public
        transaction public
        meta       public  annotation error
        sql        public  meta
        spi        public  error meta transaction
        query      hidden  error meta sql
        expr       public  error meta query sql
        event      public  error expr meta query
        plan       hidden  error meta query sql
        dialect    public  error meta sql transaction
        compile    hidden  dialect error meta plan query sql
        jdbc       hidden  dialect error meta spi sql transaction
        raw        hidden  dialect error meta sql
        hydrate    hidden  compile dialect error jdbc meta plan query raw spi sql transaction
        write      hidden  annotation compile dialect error event hydrate jdbc meta query spi sql transaction
        schema     public  annotation dialect error jdbc meta spi
        api        public  compile dialect error event expr hydrate jdbc meta query raw schema spi sql transaction write
        """;

    private static final JavaClasses CORE = new ClassFileImporter().importPath(location());

    @Test
    void packages_useEachOther_asInTheTable() {
        Map<String, Set<String>> expected = new TreeMap<>();
        TABLE.lines()
                .map(line -> List.of(line.split(" +")))
                .forEach(words -> expected.put(words.getFirst(), new TreeSet<>(words.subList(2, words.size()))));
        Map<String, Set<String>> actual = new TreeMap<>();
        for (JavaClass type : CORE) {
            Set<String> used = actual.computeIfAbsent(nameOf(type), name -> new TreeSet<>());
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith(ROOT) && !nameOf(target).equals(nameOf(type))) {
                    used.add(nameOf(target));
                }
            }
        }
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    void packages_haveNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void module_exports_thePublicPackages() {
        ModuleDescriptor module = ModuleFinder.of(location())
                .find(ROOT + ".core")
                .map(ModuleReference::descriptor)
                .orElseThrow();
        Set<String> exported = new TreeSet<>();
        module.exports().forEach(export -> exported.add(export.isQualified() ? export.toString() : export.source()));
        List<String> expected = TABLE.lines()
                .map(line -> line.split(" +"))
                .filter(words -> words[1].equals("public"))
                .map(words -> words[0].equals("api") ? ROOT : ROOT + "." + words[0])
                .toList();
        assertThat(exported).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void packages_areNullMarked() {
        Set<JavaPackage> packages = new HashSet<>();
        CORE.forEach(type -> packages.add(type.getPackage()));
        assertThat(packages)
                .filteredOn(one -> !one.getName().isEmpty())
                .allMatch(one -> one.getPackageInfo().isAnnotatedWith(NullMarked.class));
    }

    /**
     * Generated code stands where others reflect; services are found by ServiceLoader. Only the records that rows of a statement
     * in SQL become have no generated code.
     */
    @Test
    void noClass_reflects() {
        noClasses()
                .that()
                .doNotHaveSimpleName("RecordMaker")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.lang.reflect..")
                .orShould()
                .callMethodWhere(describe("finds members or classes by name", ArchitectureTest::reflects))
                .check(CORE);
    }

    private static boolean reflects(JavaMethodCall call) {
        String name = call.getName();
        return call.getTargetOwner().isEquivalentTo(Class.class)
                && (name.equals("forName")
                        || name.equals("newInstance")
                        || name.endsWith("Field")
                        || name.endsWith("Fields")
                        || name.endsWith("Method")
                        || name.endsWith("Methods")
                        || name.endsWith("Constructor")
                        || name.endsWith("Constructors"));
    }

    /** Whoever writes past it would not be told to those who listen to writes. */
    @Test
    void onlyOneClass_sendsStatementsThatWrite() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.fetchwise.write.Statements")
                .should()
                .callMethodWhere(describe(
                        "JdbcExecutor.write",
                        call -> call.getTargetOwner().isEquivalentTo(JdbcExecutor.class)
                                && call.getName().equals("write")))
                .check(CORE);
    }

    @Test
    void noState_isStatic() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .check(CORE);
    }

    private static String nameOf(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT) ? "api" : name.substring(ROOT.length() + 1);
    }

    private static Path location() {
        try {
            return Path.of(Database.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
