/**
 * Checks of the installation with real connections and processes: {@code doctor} and {@code upgrade --check}. Change nothing. Entry points:
 * {@code DoctorCommand}, {@code UpgradeCommand}.
 */
package dev.tidemark.launcher.doctor;
