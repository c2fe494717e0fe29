package dev.tidemark.web.probeform;

import dev.tidemark.config.catalog.CatalogEntry;
import dev.tidemark.config.catalog.ChangeRefusedException;
import dev.tidemark.config.catalog.ChangeRefusedException.RefusalReason;
import dev.tidemark.config.catalog.ProbeCatalog;
import dev.tidemark.config.document.SourceLocation;
import dev.tidemark.config.document.ValidationError;
import dev.tidemark.config.reader.DefinitionReader;
import dev.tidemark.config.reader.ParsedDefinitions;
import dev.tidemark.config.secret.SecretStore;
import dev.tidemark.config.writer.SecretRestorer;
import dev.tidemark.model.probe.Probe;
import dev.tidemark.platform.i18n.InvalidValueException;
import dev.tidemark.platform.i18n.LocalizedMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Saves a form as a probe, or returns all errors and saves nothing. */
@ApplicationScoped
public class ProbeFormSaver {

    private final ProbeCatalog catalog;
    private final SecretStore secrets;

    @Inject
    public ProbeFormSaver(ProbeCatalog catalog, SecretStore secrets) {
        this.catalog = catalog;
        this.secrets = secrets;
    }

    /** @param probe the saved probe; empty if there are errors */
    record Result(Optional<Probe> probe, List<ValidationError> errors) {
        static Result invalid(List<ValidationError> errors) {
            return new Result(Optional.empty(), errors);
        }
    }

    /** @param secrets the probes whose secrets masked values stand for */
    Result create(ProbeDraft draft, List<Probe> secrets) {
        List<ValidationError> errors = new ArrayList<>();
        ParsedDefinitions read = DefinitionReader.probe(draft.json(errors));
        return save(read, errors, secrets, catalog::create);
    }

    /** @param version on which the form is based */
    Result change(ProbeDraft draft, CatalogEntry before, List<Probe> secrets, long version) {
        List<ValidationError> errors = new ArrayList<>();
        ParsedDefinitions read = DefinitionReader.json(before.probe().id(), draft.json(errors));
        return save(read, errors, secrets, probe -> catalog.update(probe, version));
    }

    /** Validates a form without saving it. */
    Result check(ProbeDraft draft, Optional<CatalogEntry> before, List<Probe> secrets) {
        List<ValidationError> errors = new ArrayList<>();
        String json = draft.json(errors);
        ParsedDefinitions read = before.map(
                        one -> DefinitionReader.json(one.probe().id(), json))
                .orElseGet(() -> DefinitionReader.probe(json));
        return save(read, errors, secrets, probe -> {});
    }

    static ValidationError busyError() {
        return new ValidationError(new SourceLocation("", 0, ""), LocalizedMessage.of("validation.dryRun.busy"));
    }

    private Result save(
            ParsedDefinitions read, List<ValidationError> errors, List<Probe> known, Consumer<Probe> saving) {
        errors.addAll(read.errors());
        if (!errors.isEmpty()) {
            return Result.invalid(errors);
        }
        Probe complete = read.probes().get(0);
        for (Probe one : known) {
            complete = SecretRestorer.restore(complete, one);
        }
        if (SecretRestorer.isMasked(complete)) {
            return Result.invalid(List.of(ProbeDraft.error(LocalizedMessage.of("validation.more.masked"))));
        }
        try {
            secrets.requireDefined(complete);
            saving.accept(complete);
            return new Result(Optional.of(complete), List.of());
        } catch (InvalidValueException missingSecret) {
            return Result.invalid(List.of(ProbeDraft.error(missingSecret.localizedMessage())));
        } catch (ChangeRefusedException refused) {
            String pointer = refused.reason() == RefusalReason.EXISTS ? "/id" : "";
            return Result.invalid(
                    List.of(new ValidationError(new SourceLocation("", 0, pointer), refused.localizedMessage())));
        }
    }
}
