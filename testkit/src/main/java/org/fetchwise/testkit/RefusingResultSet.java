package org.fetchwise.testkit;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLWarning;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;

/**
 * Refuses every method of a result that {@link MockResultSet} does not answer: the driver's interface is wide, and what the
 * library calls of it is narrow. There is no other way to leave out methods of an interface.
 */
abstract class RefusingResultSet implements ResultSet {
    private static SQLException refusal() {
        return new SQLFeatureNotSupportedException("The rows of a MockDataSource are read forwards, and by index.");
    }

    @Override
    public boolean absolute(int first) throws SQLException {
        throw refusal();
    }

    @Override
    public void afterLast() throws SQLException {
        throw refusal();
    }

    @Override
    public void beforeFirst() throws SQLException {
        throw refusal();
    }

    @Override
    public void cancelRowUpdates() throws SQLException {
        throw refusal();
    }

    @Override
    public void clearWarnings() throws SQLException {
        throw refusal();
    }

    @Override
    public void deleteRow() throws SQLException {
        throw refusal();
    }

    @Override
    public int findColumn(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public boolean first() throws SQLException {
        throw refusal();
    }

    @Override
    public Array getArray(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public Array getArray(int first) throws SQLException {
        throw refusal();
    }

    @Override
    public InputStream getAsciiStream(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public InputStream getAsciiStream(int first) throws SQLException {
        throw refusal();
    }

    @Override
    public BigDecimal getBigDecimal(String first) throws SQLException {
        throw refusal();
    }

    @Deprecated
    @Override
    public BigDecimal getBigDecimal(String first, int second) throws SQLException {
        throw refusal();
    }

    @Deprecated
    @Override
    public BigDecimal getBigDecimal(int first, int second) throws SQLException {
        throw refusal();
    }

    @Override
    public InputStream getBinaryStream(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public InputStream getBinaryStream(int first) throws SQLException {
        throw refusal();
    }

    @Override
    public Blob getBlob(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public Blob getBlob(int first) throws SQLException {
        throw refusal();
    }

    @Override
    public boolean getBoolean(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public byte getByte(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public byte getByte(int first) throws SQLException {
        throw refusal();
    }

    @Override
    public byte[] getBytes(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public Reader getCharacterStream(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public Reader getCharacterStream(int first) throws SQLException {
        throw refusal();
    }

    @Override
    public Clob getClob(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public Clob getClob(int first) throws SQLException {
        throw refusal();
    }

    @Override
    public int getConcurrency() throws SQLException {
        throw refusal();
    }

    @Override
    public String getCursorName() throws SQLException {
        throw refusal();
    }

    @Override
    public Date getDate(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public Date getDate(String first, Calendar second) throws SQLException {
        throw refusal();
    }

    @Override
    public Date getDate(int first) throws SQLException {
        throw refusal();
    }

    @Override
    public Date getDate(int first, Calendar second) throws SQLException {
        throw refusal();
    }

    @Override
    public double getDouble(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public int getFetchDirection() throws SQLException {
        throw refusal();
    }

    @Override
    public int getFetchSize() throws SQLException {
        throw refusal();
    }

    @Override
    public float getFloat(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public float getFloat(int first) throws SQLException {
        throw refusal();
    }

    @Override
    public int getHoldability() throws SQLException {
        throw refusal();
    }

    @Override
    public int getInt(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public long getLong(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public ResultSetMetaData getMetaData() throws SQLException {
        throw refusal();
    }

    @Override
    public Reader getNCharacterStream(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public Reader getNCharacterStream(int first) throws SQLException {
        throw refusal();
    }

    @Override
    public NClob getNClob(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public NClob getNClob(int first) throws SQLException {
        throw refusal();
    }

    @Override
    public String getNString(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public String getNString(int first) throws SQLException {
        throw refusal();
    }

    @Override
    public Object getObject(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public <T> T getObject(String first, Class<T> second) throws SQLException {
        throw refusal();
    }

    @Override
    public Object getObject(String first, Map<String, Class<?>> second) throws SQLException {
        throw refusal();
    }

    @Override
    public Object getObject(int first, Map<String, Class<?>> second) throws SQLException {
        throw refusal();
    }

    @Override
    public Ref getRef(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public Ref getRef(int first) throws SQLException {
        throw refusal();
    }

    @Override
    public int getRow() throws SQLException {
        throw refusal();
    }

    @Override
    public RowId getRowId(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public RowId getRowId(int first) throws SQLException {
        throw refusal();
    }

    @Override
    public SQLXML getSQLXML(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public SQLXML getSQLXML(int first) throws SQLException {
        throw refusal();
    }

    @Override
    public short getShort(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public short getShort(int first) throws SQLException {
        throw refusal();
    }

    @Override
    public String getString(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public Time getTime(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public Time getTime(String first, Calendar second) throws SQLException {
        throw refusal();
    }

    @Override
    public Time getTime(int first) throws SQLException {
        throw refusal();
    }

    @Override
    public Time getTime(int first, Calendar second) throws SQLException {
        throw refusal();
    }

    @Override
    public Timestamp getTimestamp(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public Timestamp getTimestamp(String first, Calendar second) throws SQLException {
        throw refusal();
    }

    @Override
    public Timestamp getTimestamp(int first) throws SQLException {
        throw refusal();
    }

    @Override
    public Timestamp getTimestamp(int first, Calendar second) throws SQLException {
        throw refusal();
    }

    @Override
    public int getType() throws SQLException {
        throw refusal();
    }

    @Override
    public URL getURL(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public URL getURL(int first) throws SQLException {
        throw refusal();
    }

    @Deprecated
    @Override
    public InputStream getUnicodeStream(String first) throws SQLException {
        throw refusal();
    }

    @Deprecated
    @Override
    public InputStream getUnicodeStream(int first) throws SQLException {
        throw refusal();
    }

    @Override
    public SQLWarning getWarnings() throws SQLException {
        throw refusal();
    }

    @Override
    public void insertRow() throws SQLException {
        throw refusal();
    }

    @Override
    public boolean isAfterLast() throws SQLException {
        throw refusal();
    }

    @Override
    public boolean isBeforeFirst() throws SQLException {
        throw refusal();
    }

    @Override
    public boolean isFirst() throws SQLException {
        throw refusal();
    }

    @Override
    public boolean isLast() throws SQLException {
        throw refusal();
    }

    @Override
    public boolean isWrapperFor(Class<?> first) throws SQLException {
        throw refusal();
    }

    @Override
    public boolean last() throws SQLException {
        throw refusal();
    }

    @Override
    public void moveToCurrentRow() throws SQLException {
        throw refusal();
    }

    @Override
    public void moveToInsertRow() throws SQLException {
        throw refusal();
    }

    @Override
    public boolean previous() throws SQLException {
        throw refusal();
    }

    @Override
    public void refreshRow() throws SQLException {
        throw refusal();
    }

    @Override
    public boolean relative(int first) throws SQLException {
        throw refusal();
    }

    @Override
    public boolean rowDeleted() throws SQLException {
        throw refusal();
    }

    @Override
    public boolean rowInserted() throws SQLException {
        throw refusal();
    }

    @Override
    public boolean rowUpdated() throws SQLException {
        throw refusal();
    }

    @Override
    public void setFetchDirection(int first) throws SQLException {
        throw refusal();
    }

    @Override
    public <T> T unwrap(Class<T> first) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateArray(String first, Array second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateArray(int first, Array second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateAsciiStream(String first, InputStream second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateAsciiStream(String first, InputStream second, int third) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateAsciiStream(String first, InputStream second, long third) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateAsciiStream(int first, InputStream second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateAsciiStream(int first, InputStream second, int third) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateAsciiStream(int first, InputStream second, long third) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateBigDecimal(String first, BigDecimal second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateBigDecimal(int first, BigDecimal second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateBinaryStream(String first, InputStream second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateBinaryStream(String first, InputStream second, int third) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateBinaryStream(String first, InputStream second, long third) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateBinaryStream(int first, InputStream second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateBinaryStream(int first, InputStream second, int third) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateBinaryStream(int first, InputStream second, long third) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateBlob(String first, Blob second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateBlob(String first, InputStream second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateBlob(String first, InputStream second, long third) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateBlob(int first, Blob second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateBlob(int first, InputStream second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateBlob(int first, InputStream second, long third) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateBoolean(String first, boolean second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateBoolean(int first, boolean second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateByte(String first, byte second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateByte(int first, byte second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateBytes(String first, byte[] second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateBytes(int first, byte[] second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateCharacterStream(String first, Reader second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateCharacterStream(String first, Reader second, int third) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateCharacterStream(String first, Reader second, long third) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateCharacterStream(int first, Reader second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateCharacterStream(int first, Reader second, int third) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateCharacterStream(int first, Reader second, long third) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateClob(String first, Clob second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateClob(String first, Reader second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateClob(String first, Reader second, long third) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateClob(int first, Clob second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateClob(int first, Reader second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateClob(int first, Reader second, long third) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateDate(String first, Date second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateDate(int first, Date second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateDouble(String first, double second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateDouble(int first, double second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateFloat(String first, float second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateFloat(int first, float second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateInt(String first, int second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateInt(int first, int second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateLong(String first, long second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateLong(int first, long second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateNCharacterStream(String first, Reader second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateNCharacterStream(String first, Reader second, long third) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateNCharacterStream(int first, Reader second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateNCharacterStream(int first, Reader second, long third) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateNClob(String first, NClob second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateNClob(String first, Reader second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateNClob(String first, Reader second, long third) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateNClob(int first, NClob second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateNClob(int first, Reader second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateNClob(int first, Reader second, long third) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateNString(String first, String second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateNString(int first, String second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateNull(String first) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateNull(int first) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateObject(String first, Object second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateObject(String first, Object second, int third) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateObject(int first, Object second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateObject(int first, Object second, int third) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateRef(String first, Ref second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateRef(int first, Ref second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateRow() throws SQLException {
        throw refusal();
    }

    @Override
    public void updateRowId(String first, RowId second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateRowId(int first, RowId second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateSQLXML(String first, SQLXML second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateSQLXML(int first, SQLXML second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateShort(String first, short second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateShort(int first, short second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateString(String first, String second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateString(int first, String second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateTime(String first, Time second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateTime(int first, Time second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateTimestamp(String first, Timestamp second) throws SQLException {
        throw refusal();
    }

    @Override
    public void updateTimestamp(int first, Timestamp second) throws SQLException {
        throw refusal();
    }
}
