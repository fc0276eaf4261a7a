package org.fetchwise.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class ValueTypeTest {
    @Test
    void everyConstant_isFoundByItsClass() throws IllegalAccessException {
        List<Class<?>> classes = new ArrayList<>();
        for (Field field : ValueType.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.get(null) instanceof ValueType<?> type) {
                classes.add(type.javaType());
            }
        }
        classes.remove(ValueType.UNKNOWN.javaType());
        assertThat(classes)
                .hasSizeGreaterThan(20)
                .allSatisfy(type -> assertThat(ValueType.of(type))
                        .satisfies(found -> assertThat(found.javaType()).isEqualTo(type)));
    }

    @Test
    void zones_areFoundByTheClassesThatTheJdkKeepsToItself() {
        assertThat(ValueType.of(ZoneId.of("Europe/Oslo").getClass())).isEqualTo(ValueType.ZONE_ID);
        assertThat(ValueType.of(TimeZone.getTimeZone("Europe/Oslo").getClass())).isEqualTo(ValueType.TIME_ZONE);
        assertThat(ValueType.of(ZoneOffset.class)).isEqualTo(ValueType.ZONE_OFFSET);
    }
}
