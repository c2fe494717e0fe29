package dev.tidemark.config.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tidemark.config.catalog.ChangeRefusedException.RefusalReason;
import dev.tidemark.config.document.VariableSubstitution;
import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.it.TestDatabase;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.model.result.ProbeId;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProbeCatalogIT {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final ProbeId SHOP = new ProbeId("shop");

    private static EntityManagerFactory factory;

    private ProbeCatalog catalog;
    private EntityManager entities;

    @BeforeAll
    static void connect() throws SQLException {
        factory = Persistence.createEntityManagerFactory(
                "tidemark",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource",
                        TestDatabase.fresh().dataSource(),
                        "jakarta.persistence.jtaDataSource",
                        "",
                        "eclipselink.weaving",
                        "false"));
    }

    @AfterAll
    static void close() {
        factory.close();
    }

    @BeforeEach
    void empty() {
        in(free -> {
            entities.createNativeQuery("DELETE FROM probe").executeUpdate();
            return free.create(probe("shop", "PT5M"));
        });
    }

    /** Runs each call in a transaction, as the container does. */
    private <T> T in(Function<ProbeCatalog, T> work) {
        entities = factory.createEntityManager();
        catalog = new ProbeCatalog(new ProbeStore(entities), Clock.fixed(NOW, ZoneOffset.UTC));
        entities.getTransaction().begin();
        try {
            T result = work.apply(catalog);
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }

    private static Probe probe(String id, String every) {
        String yaml = "id: " + id + "\nurl: https://a.example/\nheaders: {Authorization: geheim}\nevery: " + every;
        return DefinitionReader.yaml("", yaml, VariableSubstitution.NONE)
                .probes()
                .get(0);
    }

    @Nested
    class GivenAProbe {

        @Test
        void whenItIsFound_thenItEqualsTheSavedDefinition() {
            CatalogEntry found = in(c -> c.find(SHOP)).orElseThrow();
            assertThat(found.probe()).isEqualTo(probe("shop", "PT5M"));
            assertThat(found.version()).isEqualTo(1);
            assertThat(found.file()).isEmpty();
            assertThat(found.changedAt()).isEqualTo(NOW);
        }

        @Test
        void whenItIsUpdatedFromItsVersion_thenVersionAndRevisionGrow() {
            long before = in(ProbeCatalog::revision);
            in(c -> c.update(probe("shop", "PT1M"), 1));
            CatalogEntry found = in(c -> c.find(SHOP)).orElseThrow();
            assertThat(found.version()).isEqualTo(2);
            assertThat(found.probe()).isEqualTo(probe("shop", "PT1M"));
            assertThat(in(ProbeCatalog::revision)).isEqualTo(before + 1);
        }

        @Test
        void whenItIsUpdatedFromAnOldVersion_thenTheUpdateIsRejected() {
            in(c -> c.update(probe("shop", "PT1M"), 1));
            assertThatThrownBy(() -> in(c -> c.update(probe("shop", "PT2M"), 1)))
                    .isInstanceOfSatisfying(ChangeRefusedException.class, refused -> assertThat(refused.reason())
                            .isEqualTo(RefusalReason.STALE));
            assertThat(in(c -> c.find(SHOP)).orElseThrow().probe()).isEqualTo(probe("shop", "PT1M"));
        }

        @Test
        void whenTheSameIdIsCreated_thenItIsRefused() {
            assertThatThrownBy(() -> in(c -> c.create(probe("shop", "PT2M"))))
                    .isInstanceOfSatisfying(ChangeRefusedException.class, refused -> assertThat(refused.reason())
                            .isEqualTo(RefusalReason.EXISTS));
        }

        @Test
        void whenItIsPausedAndResumed_thenOnlyThatChanges() {
            in(c -> c.pause(SHOP));
            assertThat(in(c -> c.find(SHOP)).orElseThrow().probe())
                    .isEqualTo(probe("shop", "PT5M").enabled(false));
            in(c -> c.resume(SHOP));
            assertThat(in(c -> c.find(SHOP)).orElseThrow().probe()).isEqualTo(probe("shop", "PT5M"));
        }

        @Test
        void whenItIsDeleted_thenItIsGoneAndDeletingAgainIsRefused() {
            in(c -> {
                c.delete(SHOP);
                return c;
            });
            boolean there = in(c -> c.find(SHOP).isPresent());
            assertThat(there).isFalse();
            assertThatThrownBy(() -> in(c -> c.pause(SHOP)))
                    .isInstanceOfSatisfying(ChangeRefusedException.class, refused -> assertThat(refused.reason())
                            .isEqualTo(RefusalReason.UNKNOWN));
        }

        @Test
        void whenAFileDefinesIt_thenItIsReadOnly() {
            in(c -> {
                entities.createNativeQuery("UPDATE probe SET file = 'shop.yaml'")
                        .executeUpdate();
                return c;
            });
            assertThatThrownBy(() -> in(c -> c.update(probe("shop", "PT2M"), 1)))
                    .hasMessage("Probe \"shop\" is defined in the file shop.yaml. Change it there.");
        }
    }
}
