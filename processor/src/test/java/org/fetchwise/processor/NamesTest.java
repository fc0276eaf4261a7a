package org.fetchwise.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class NamesTest {
    private static final TypeName POST = new TypeName("shop", "Blog.Post");
    private static final Names NAMES = new Names("Q", Set.of("any", "eq"));

    @Test
    void classesStandInThePackageOfTheEntity() {
        assertThat(NAMES.path(POST).qualifiedName()).isEqualTo("shop.QPost");
        assertThat(NAMES.manyPath(POST).qualifiedName()).isEqualTo("shop.QPostMany");
        assertThat(NAMES.columns(POST).qualifiedName()).isEqualTo("shop.QPostColumns");
        assertThat(NAMES.managed(POST).qualifiedName()).isEqualTo("shop.PostManaged");
    }

    @Test
    void upperSnake_splitsWords() {
        assertThat(Stream.of("id", "createdAt", "author.id", "URLPath", "line2Text")
                        .map(Names::upperSnake))
                .containsExactly("ID", "CREATED_AT", "AUTHOR_ID", "URL_PATH", "LINE2_TEXT");
    }

    @Test
    void constants_neverClash() {
        EntityModel entity = entity("title", "titleField", "ready", "authorId", "author_id", "meta");

        assertThat(Names.constants(entity))
                .containsEntry("title", "TITLE")
                .containsEntry("titleField", "TITLE_FIELD_")
                .containsEntry("ready", "READY_")
                .containsEntry("authorId", "AUTHOR_ID")
                .containsEntry("author_id", "AUTHOR_ID_")
                .containsEntry("meta", "META_");
    }

    @Test
    void literal_escapes() {
        assertThat(Names.literal("a\"b\\c\nd")).isEqualTo("\"a\\\"b\\\\c\\nd\"");
    }

    private static EntityModel entity(String... columns) {
        return new EntityModel(
                POST,
                "post",
                Stream.of(columns).map(NamesTest::column).toList(),
                List.of(),
                List.of(),
                null,
                List.of(),
                new ConstraintsModel(List.of(), List.of()),
                GenerationModel.ASSIGNED,
                new EntityModel.ClassTraits(false, false, true, false),
                null);
    }

    private static ColumnModel column(String name) {
        ColumnType type = ColumnType.primitive(ValueKind.INTEGER, "${java.lang:Integer}", "int");
        FieldModel field = new FieldModel(name, new TypeName("shop", "Post"), "int", "int", List.of(), List.of());
        return new ColumnModel(0, name, name, type, 0, 0, 0, null, null, EnumSet.noneOf(Trait.class), field);
    }
}
