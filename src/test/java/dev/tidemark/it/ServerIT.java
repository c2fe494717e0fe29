package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import java.sql.Connection;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Inside the server. Arquillian does not run nested classes, so the method names contain the given part. */
@ArquillianTest
class ServerIT {
    @Deployment
    static WebArchive war() {
        return ContainerTestArchive.war(ServerIT.class);
    }

    @Test
    void givenThePool_whenAConnectionIsTaken_thenItIsPostgreSQL() throws NamingException, SQLException {
        DataSource pool = InitialContext.doLookup("java:jboss/datasources/Tidemark");

        try (Connection connection = pool.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("PostgreSQL");
        }
    }

    @Test
    void givenTheMailSession_whenItIsRead_thenNoWaitIsEndless() throws NamingException {
        Session session = InitialContext.doLookup("java:jboss/mail/Tidemark");

        assertThat(session.getProperties())
                .containsEntry("mail.smtp.connectiontimeout", "10000")
                .containsEntry("mail.smtp.timeout", "20000")
                .containsEntry("mail.smtp.writetimeout", "20000")
                .containsEntry("mail.smtp.host", "localhost")
                .containsEntry("mail.from", "tidemark@example.org")
                .containsEntry("mail.smtp.starttls.required", "false")
                .doesNotContainKey("mail.smtp.user");
    }
}
