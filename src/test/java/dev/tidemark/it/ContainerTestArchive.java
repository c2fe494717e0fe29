package dev.tidemark.it;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The archive that deploys a test class to the server, next to the application's own deployment, which is not
 * deployed again: the test uses the classes of that deployment, and its data sources and mail session by name.
 */
final class ContainerTestArchive {
    private static final String STRUCTURE = """
            <jboss-deployment-structure>
              <deployment>
                <dependencies>
                  <module name="deployment.tidemark.war"/>
                  <module name="org.eclipse.persistence"/>
                </dependencies>
              </deployment>
            </jboss-deployment-structure>
            """;

    private ContainerTestArchive() {}

    /** The deployment of a test class: {@code @Deployment static WebArchive war() { return ContainerTestArchive.war(MyIT.class); }}. */
    static WebArchive war(Class<?> test) {
        return ShrinkWrap.create(WebArchive.class, test.getSimpleName() + ".war")
                .addAsLibraries(jarOf(Assertions.class), jarOf(ByteBuddy.class))
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsWebInfResource(new StringAsset(STRUCTURE), "jboss-deployment-structure.xml");
    }

    private static File jarOf(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toFile();
    }
}
