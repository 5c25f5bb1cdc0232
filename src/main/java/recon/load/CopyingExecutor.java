package recon.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.cache.CacheKey;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.executor.BatchExecutor;
import org.apache.ibatis.executor.BatchResult;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.reflection.MetaObject;
import org.apache.ibatis.session.ResultHandler;
import org.apache.ibatis.session.RowBounds;
import org.apache.ibatis.transaction.Transaction;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Writes whole rows to PostgreSQL by COPY, which takes them in far less time than inserts. Like the inserts of a batch, they are kept
 * until something is read or the transaction ends; then those of each statement are written after all that came before them.
 *
 * <p>So of rows that are written whole, none may refer to another of the same transaction.
 */
@NullUnmarked // as MyBatis's own types are
@SuppressWarnings("rawtypes") // of ResultHandler, as MyBatis declares it
final class CopyingExecutor implements Executor {

    private final Executor inserting;
    private final Map<MappedStatement, CopiedRows> kept = new LinkedHashMap<>();
    private Boolean copies;

    CopyingExecutor(Executor inserting) {
        this.inserting = inserting;
    }

    @Override
    public int update(MappedStatement statement, Object parameter) throws SQLException {
        RowType<?> type = copies() ? rowType(statement, parameter) : null;
        if (type == null) {
            return inserting.update(statement, parameter);
        }
        CopiedRows rows = kept.get(statement);
        if (rows == null) {
            rows = new CopiedRows(statement.getBoundSql(parameter).getSql());
            kept.put(statement, rows);
        }
        type.writeAny(parameter, rows);
        rows.endRow();
        return BatchExecutor.BATCH_UPDATE_RETURN_VALUE;
    }

    private static @Nullable RowType<?> rowType(MappedStatement statement, Object parameter) {
        List<ParameterMapping> parameters = statement.getBoundSql(parameter).getParameterMappings();
        return parameters.size() == 1 && parameters.get(0).getTypeHandler() instanceof RowType<?> type ? type : null;
    }

    private boolean copies() throws SQLException {
        if (copies == null) {
            copies = getTransaction().getConnection().isWrapperFor(PGConnection.class);
        }
        return copies;
    }

    private void copy() throws SQLException {
        if (!kept.isEmpty()) {
            inserting.flushStatements();
            Connection connection = getTransaction().getConnection();
            for (CopiedRows rows : kept.values()) {
                rows.copyTo(connection);
            }
            kept.clear();
        }
    }

    @Override
    public <E> List<E> query(
            MappedStatement statement,
            Object parameter,
            RowBounds bounds,
            ResultHandler results,
            CacheKey key,
            BoundSql sql)
            throws SQLException {
        copy();
        return inserting.query(statement, parameter, bounds, results, key, sql);
    }

    @Override
    public <E> List<E> query(MappedStatement statement, Object parameter, RowBounds bounds, ResultHandler results)
            throws SQLException {
        copy();
        return inserting.query(statement, parameter, bounds, results);
    }

    @Override
    public <E> Cursor<E> queryCursor(MappedStatement statement, Object parameter, RowBounds bounds)
            throws SQLException {
        copy();
        return inserting.queryCursor(statement, parameter, bounds);
    }

    @Override
    public List<BatchResult> flushStatements() throws SQLException {
        copy();
        return inserting.flushStatements();
    }

    @Override
    public void commit(boolean required) throws SQLException {
        copy();
        inserting.commit(required);
    }

    @Override
    public void rollback(boolean required) throws SQLException {
        kept.clear();
        inserting.rollback(required);
    }

    @Override
    public void close(boolean forceRollback) {
        kept.clear();
        inserting.close(forceRollback);
    }

    @Override
    public CacheKey createCacheKey(MappedStatement statement, Object parameter, RowBounds bounds, BoundSql sql) {
        return inserting.createCacheKey(statement, parameter, bounds, sql);
    }

    @Override
    public boolean isCached(MappedStatement statement, CacheKey key) {
        return inserting.isCached(statement, key);
    }

    @Override
    public void clearLocalCache() {
        inserting.clearLocalCache();
    }

    @Override
    public void deferLoad(
            MappedStatement statement, MetaObject result, String property, CacheKey key, Class<?> targetType) {
        inserting.deferLoad(statement, result, property, key, targetType);
    }

    @Override
    public Transaction getTransaction() {
        return inserting.getTransaction();
    }

    @Override
    public boolean isClosed() {
        return inserting.isClosed();
    }

    @Override
    public void setExecutorWrapper(Executor executor) {
        inserting.setExecutorWrapper(executor);
    }
}
