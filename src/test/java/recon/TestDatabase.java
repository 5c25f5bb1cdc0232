package recon;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.mybatis.spring.SqlSessionFactoryBean;
import org.mybatis.spring.boot.autoconfigure.MybatisProperties;
import org.mybatis.spring.boot.autoconfigure.SpringBootVFS;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import recon.load.CopyingRows;

/** A test's own database: mappers upon it as the application configures them, and plain SQL beside them. */
public final class TestDatabase implements AutoCloseable {

    private static final MybatisProperties SETTINGS = settings();

    private final HikariDataSource dataSource;
    private final SqlSessionFactory sessions;

    TestDatabase(HikariDataSource dataSource) {
        this.dataSource = dataSource;
        this.sessions = sessions(dataSource);
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public String url() {
        return dataSource.getJdbcUrl();
    }

    public String user() {
        return dataSource.getUsername();
    }

    public SqlSessionFactory sessions() {
        return sessions;
    }

    /** Asks a mapper in a transaction of its own. */
    public <M, R> R ask(Class<M> mapper, Function<M, R> question) {
        try (SqlSession session = sessions.openSession(SETTINGS.getExecutorType())) {
            R answer = question.apply(session.getMapper(mapper));
            session.commit();
            return answer;
        }
    }

    /** Asks a mapper for a list in a transaction of its own. */
    public <M, R> List<R> list(Class<M> mapper, Function<M, List<R>> question) {
        return ask(mapper, question);
    }

    /** Tells a mapper something in a transaction of its own. */
    public <M> void tell(Class<M> mapper, Consumer<M> order) {
        ask(mapper, asked -> {
            order.accept(asked);
            return mapper;
        });
    }

    /** Rows as text, their columns separated by {@code " | "}, by plain JDBC. */
    public List<String> rows(String sql) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            int columns = results.getMetaData().getColumnCount();
            List<String> rows = new ArrayList<>();
            while (results.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    values.add(String.valueOf(results.getObject(column)));
                }
                rows.add(String.join(" | ", values));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The one value of a query. */
    public String value(String sql) {
        List<String> rows = rows(sql);
        if (rows.size() != 1) {
            throw new IllegalStateException(rows.size() + " rows: " + sql);
        }
        return rows.get(0);
    }

    public void execute(String sql) {
        DatabaseKind.execute(dataSource, sql);
    }

    @Override
    public void close() {
        dataSource.close();
    }

    /** From the application's own settings, so that mappers are tested as they will run. */
    private static MybatisProperties settings() {
        try {
            var yaml = new YamlPropertySourceLoader().load("application", new ClassPathResource("application.yaml"));
            return new Binder(ConfigurationPropertySources.from(yaml))
                    .bind("mybatis", MybatisProperties.class)
                    .get();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SqlSessionFactory sessions(DataSource dataSource) {
        Configuration configuration = new Configuration();
        SETTINGS.getConfiguration().applyTo(configuration);
        SqlSessionFactoryBean factory = new SqlSessionFactoryBean();
        factory.setConfiguration(configuration);
        factory.setDataSource(dataSource);
        factory.setPlugins(new CopyingRows());
        factory.setTransactionFactory(new JdbcTransactionFactory());
        factory.setVfs(SpringBootVFS.class);
        factory.setMapperLocations(SETTINGS.resolveMapperLocations());
        factory.setTypeHandlersPackage(SETTINGS.getTypeHandlersPackage());
        try {
            return factory.getObject();
        } catch (Exception e) {
            throw new IllegalStateException("the mappers cannot be read", e);
        }
    }
}
