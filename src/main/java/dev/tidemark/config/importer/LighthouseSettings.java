package dev.tidemark.config.importer;

import dev.tidemark.config.document.DocumentNode;
import dev.tidemark.model.metric.FormFactor;
import dev.tidemark.platform.i18n.LocalizedMessage;
import java.util.Optional;

/**
 * The collection settings of Lighthouse CI that decide which score curves apply. As in Lighthouse, a form factor takes
 * precedence over a preset, and mobile is the default.
 */
final class LighthouseSettings {

    private LighthouseSettings() {}

    static FormFactor formFactor(DocumentNode document, ImportCollector collector) {
        Optional<DocumentNode> collect = child(document, "ci").flatMap(ci -> child(ci, "collect"));
        Optional<DocumentNode> settings = collect.flatMap(one -> child(one, "settings"));
        Optional<FormFactor> found = settings.flatMap(one -> named(one, "formFactor"))
                .or(() -> settings.flatMap(one -> named(one, "emulatedFormFactor")))
                .or(() -> settings.flatMap(one -> named(one, "preset")))
                .or(() -> collect.filter(LighthouseSettings::isPageSpeedInsights)
                        .flatMap(one -> named(one, "psiStrategy")));
        if (found.isEmpty()) {
            settings.filter(one -> one instanceof DocumentNode.Items)
                    .or(() -> settings.flatMap(one -> child(one, "configPath")))
                    .ifPresent(node ->
                            collector.ignore(node.place(), LocalizedMessage.of("import.ignored.formFactorUnknown")));
        }
        return found.orElse(FormFactor.MOBILE);
    }

    private static boolean isPageSpeedInsights(DocumentNode collect) {
        return child(collect, "method").filter(one -> text(one).equals("psi")).isPresent();
    }

    private static Optional<FormFactor> named(DocumentNode settings, String key) {
        return child(settings, key).flatMap(node -> switch (text(node)) {
            case "desktop" -> Optional.of(FormFactor.DESKTOP);
            case "mobile" -> Optional.of(FormFactor.MOBILE);
            default -> Optional.empty();
        });
    }

    private static String text(DocumentNode node) {
        return node instanceof DocumentNode.Text text ? text.text() : "";
    }

    private static Optional<DocumentNode> child(DocumentNode node, String key) {
        return node instanceof DocumentNode.Fields fields ? fields.value(key) : Optional.empty();
    }
}
