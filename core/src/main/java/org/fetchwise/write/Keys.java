package org.fetchwise.write;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.fetchwise.error.ExecutionException;
import org.fetchwise.meta.EntityMeta;
import org.fetchwise.meta.KeyGeneration;
import org.fetchwise.meta.KeyGeneration.Block;
import org.fetchwise.meta.RowReader;
import org.fetchwise.sql.Rendered;
import org.fetchwise.transaction.TransactionOptions;
import org.fetchwise.write.Statements.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the library itself makes: random ones, and those of sequences, of which a block is taken at a time. Keys of a
 * block that the program never uses are lost. Mutable, and safe for use by several threads.
 */
public final class Keys {
    private static final @Nullable Object[] NOTHING = {};

    private final Map<KeyGeneration.Blocks, Generator> generators = new ConcurrentHashMap<>();

    /** Creates an empty store of keys. */
    public Keys() {}

    /** The keys at hand of one sequence. */
    private static final class Generator {
        private final ReentrantLock lock = new ReentrantLock();
        private long next = 1;
        private long last;
    }

    /** A key for a new row, or null where the program or the database makes it. */
    @Nullable
    Object next(EntityMeta<?> entity, Statements statements, RandomGenerator random, Reason reason) {
        Class<?> type = entity.key().first().type().javaType();
        return switch (entity.keyGeneration()) {
            case KeyGeneration.Assigned assigned -> null;
            case KeyGeneration.Identity identity -> null;
            case KeyGeneration.RandomUuid uuid -> ofType(type, randomUuid(random));
            case KeyGeneration.Blocks blocks -> ofType(type, next(blocks, statements, reason));
        };
    }

    /** What a key for a new row may look like, which is taken from nowhere; null where the program or the database makes it. */
    static @Nullable Object example(EntityMeta<?> entity, RandomGenerator random) {
        Class<?> type = entity.key().first().type().javaType();
        return switch (entity.keyGeneration()) {
            case KeyGeneration.Assigned assigned -> null;
            case KeyGeneration.Identity identity -> null;
            case KeyGeneration.RandomUuid uuid -> ofType(type, randomUuid(random));
            case KeyGeneration.Blocks blocks -> ofType(type, blocks.initial());
        };
    }

    private static Object ofType(Class<?> type, UUID key) {
        return type == String.class ? (Object) key.toString() : key;
    }

    private static Object ofType(Class<?> type, long key) {
        return type == Integer.class ? (Object) Math.toIntExact(key) : key;
    }

    static UUID randomUuid(RandomGenerator random) {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & ~0xC000_0000_0000_0000L) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /**
     * A value that a table gives inside a transaction is taken back if that is rolled back, so nobody else may use the rest of
     * its block; the value of a sequence is gone for ever.
     */
    private long next(KeyGeneration.Blocks blocks, Statements statements, Reason reason) {
        boolean lasting = statements.blocks().current() == null
                || (blocks instanceof KeyGeneration.Sequence
                        && statements.dialect().hasSequences());
        if (!lasting) {
            return taken(blocks, statements, reason).first();
        }
        Generator generator = generators.computeIfAbsent(blocks, missing -> new Generator());
        generator.lock.lock();
        try {
            if (generator.next > generator.last) {
                Block block = taken(blocks, statements, reason);
                generator.next = block.first();
                generator.last = block.last();
            }
            return generator.next++;
        } finally {
            generator.lock.unlock();
        }
    }

    private static Block taken(KeyGeneration.Blocks blocks, Statements statements, Reason reason) {
        return blocks.block(value(blocks, statements, reason));
    }

    private static long value(KeyGeneration.Blocks blocks, Statements statements, Reason reason) {
        List<String> texts = statements.dialect().nextValue(blocks);
        Rendered query = new Rendered(texts.getLast(), List.of());
        if (texts.size() == 1) {
            return statements.executor().read(query, NOTHING, reason.cause(), reason.origin(), Keys::first);
        }
        return statements.blocks().run(TransactionOptions.STANDARD, () -> {
            statements.executor().execute(texts.subList(0, texts.size() - 1), reason.cause());
            return statements.executor().read(query, NOTHING, reason.cause(), reason.origin(), Keys::first);
        });
    }

    private static long first(RowReader rows) throws SQLException {
        if (!rows.next()) {
            throw new ExecutionException("The generator of keys has no row. Run db.schema().create().");
        }
        return rows.longAt(1);
    }
}
