package org.fetchwise.hydrate;

import java.sql.SQLException;
import java.util.List;
import org.fetchwise.compile.Bound;
import org.fetchwise.jdbc.Cursor;
import org.fetchwise.meta.RowReader;

/** Chunks read from a cursor. */
final class CursorChunks<E> implements Chunks<E> {
    private final Statements statements;
    private final Bound bound;
    private final Cursor cursor;
    private final int size;
    private final Reader<E> reader;
    private boolean ended;

    /**
     * Creates chunks over a cursor, which they close.
     *
     * @param size how many rows make a whole chunk; a smaller one is the last
     */
    CursorChunks(Statements statements, Bound bound, Cursor cursor, int size, Reader<E> reader) {
        this.statements = statements;
        this.bound = bound;
        this.cursor = cursor;
        this.size = size;
        this.reader = reader;
    }

    /** Reads the next rows. */
    @FunctionalInterface
    interface Reader<E> {
        /** {@return what the next rows have become, fewer than make a whole chunk at the end} */
        List<E> read(RowReader rows) throws SQLException;
    }

    @Override
    public List<E> next() {
        if (ended) {
            return List.of();
        }
        boolean whole = false;
        try {
            List<E> chunk = reader.read(cursor.reader());
            whole = chunk.size() == size;
            return chunk;
        } catch (SQLException failure) {
            throw statements
                    .executor()
                    .dialect()
                    .translate(failure, bound.compiled().statement().text());
        } finally {
            if (!whole) {
                close();
            }
        }
    }

    @Override
    public void close() {
        ended = true;
        cursor.close();
    }
}
