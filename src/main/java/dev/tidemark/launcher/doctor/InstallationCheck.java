package dev.tidemark.launcher.doctor;

import dev.tidemark.launcher.settings.LauncherSettings;
import java.util.List;

/** A check of one part of the installation, which changes nothing. */
interface InstallationCheck {
    /** Name for the report if the check itself fails. */
    String name();

    List<Finding> run(LauncherSettings settings) throws Exception;
}
