package dev.tidemark.launcher.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.tidemark.launcher.settings.LauncherSettings;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** All findings, for the terminal or as JSON. */
record Report(Finding.Status status, List<Finding> findings) {

    /** Runs the checks; one that throws is a finding. */
    static Report of(List<InstallationCheck> checks, LauncherSettings settings) {
        List<Finding> findings = new ArrayList<>();
        for (InstallationCheck check : checks) {
            try {
                findings.addAll(check.run(settings));
            } catch (Exception failed) {
                findings.add(Finding.failed(check.name(), reason(failed), ""));
            }
        }
        return of(findings);
    }

    static Report of(List<Finding> findings) {
        Finding.Status worst =
                findings.stream().map(Finding::status).max(Enum::compareTo).orElse(Finding.Status.OK);
        return new Report(worst, List.copyOf(findings));
    }

    boolean failed() {
        return status == Finding.Status.FAILED;
    }

    void print(PrintStream out, boolean json) {
        if (json) {
            out.println(json());
            return;
        }
        for (Finding finding : findings) {
            out.printf("%-8s %-10s %s%n", finding.status(), finding.check(), finding.found());
            if (!finding.remedy().isBlank()) {
                out.printf("%-8s %-10s -> %s%n", "", "", finding.remedy());
            }
        }
    }

    private String json() {
        try {
            return new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String reason(Exception failed) {
        String text = failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
        return text.strip().replaceAll("\\s+", " ");
    }
}
