package org.fetchwise.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class SourceFileTest {
    private final SourceFile file = new SourceFile(new TypeName("shop", "PostManaged"), "Access");

    @Test
    void namesAreImportedOnceAndSorted() {
        assertThat(file.render("${EntityMeta} ${java.util:List} ${EntityMeta}\n"))
                .isEqualTo("""
                        package shop;

                        import java.util.List;
                        import org.fetchwise.meta.EntityMeta;

                        EntityMeta List EntityMeta
                        """);
    }

    @Test
    void namesInViewAreNotImported() {
        assertThat(file.render("${java.lang:Long} ${shop:Post}\n")).isEqualTo("package shop;\n\nLong Post\n");
    }

    @Test
    void nestedClassesAreImported() {
        assertThat(file.render("${shop:Post.Status}\n"))
                .isEqualTo("package shop;\n\nimport shop.Post.Status;\n\nStatus\n");
    }

    @Test
    void theSecondClassOfANameIsWrittenInFull() {
        assertThat(file.render("${java.util:List} ${shop:Post.List} ${shop:Access}\n"))
                .endsWith("List shop.Post.List shop.Access\n");
    }

    @Test
    void anUnknownNameIsAnErrorOfTheWriter() {
        assertThatThrownBy(() -> file.render("${Unheard}")).hasMessage("no class of generated code is called Unheard");
    }
}
