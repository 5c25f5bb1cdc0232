package recon.load;

import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Invocation;

/** Has MyBatis write rows by {@link CopyingExecutor}. */
public final class CopyingRows implements Interceptor {

    @Override
    public Object plugin(Object target) {
        return target instanceof Executor executor ? new CopyingExecutor(executor) : target;
    }

    @Override
    public Object intercept(Invocation invocation) {
        throw new UnsupportedOperationException("it puts itself in place of what it is plugged into");
    }
}
