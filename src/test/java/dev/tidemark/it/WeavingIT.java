package dev.tidemark.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.persistence.internal.weaving.PersistenceWeaved;
import org.eclipse.persistence.internal.weaving.PersistenceWeavedFetchGroups;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Inside the server: columns are loaded lazily only if EclipseLink has woven the classes. */
@ArquillianTest
class WeavingIT {
    @Deployment
    static WebArchive war() {
        return ContainerTestArchive.war(WeavingIT.class);
    }

    @Test
    void givenTheDeployedProduct_whenItsEntitiesAreLoaded_thenTheyAreWoven() throws ClassNotFoundException {
        assertThat(PersistenceWeaved.class).isAssignableFrom(Class.forName("dev.tidemark.storage.run.RunEntity"));
        assertThat(PersistenceWeavedFetchGroups.class)
                .isAssignableFrom(Class.forName("dev.tidemark.storage.run.ArtifactEntity"));
    }
}
