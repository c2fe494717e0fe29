package dev.tidemark.editing;

import dev.tidemark.catalogue.CatalogEntry;
import dev.tidemark.catalogue.ProbeCatalog;
import dev.tidemark.catalogue.RefusedChangeException;
import dev.tidemark.catalogue.RefusedChangeException.Reason;
import dev.tidemark.definition.DefinitionReader;
import dev.tidemark.definition.Definitions;
import dev.tidemark.document.Fault;
import dev.tidemark.document.Place;
import dev.tidemark.probe.Probe;
import dev.tidemark.rendition.SecretKeeper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Makes a draft a probe, or tells every fault and saves nothing. */
@ApplicationScoped
public class Saving {

    private final ProbeCatalog catalog;

    protected Saving() {
        this(null);
    }

    @Inject
    public Saving(ProbeCatalog catalog) {
        this.catalog = catalog;
    }

    /** @param probe the saved one; empty when there are faults */
    record Result(Optional<Probe> probe, List<Fault> faults) {
        static Result faulty(List<Fault> faults) {
            return new Result(Optional.empty(), faults);
        }
    }

    Result create(Draft draft) {
        List<Fault> faults = new ArrayList<>();
        Definitions read = DefinitionReader.json(draft.json(faults));
        return save(read, faults, probe -> probe, catalog::create);
    }

    /** @param version what the form showed */
    Result change(Draft draft, CatalogEntry before, long version) {
        List<Fault> faults = new ArrayList<>();
        Definitions read = DefinitionReader.json(before.probe().id(), draft.json(faults));
        return save(
                read,
                faults,
                probe -> SecretKeeper.restore(probe, before.probe()),
                probe -> catalog.update(probe, version));
    }

    /** The probe that a draft would be, or its faults; nothing is saved. */
    Result check(Draft draft, Optional<CatalogEntry> before) {
        List<Fault> faults = new ArrayList<>();
        String json = draft.json(faults);
        Definitions read = before.map(one -> DefinitionReader.json(one.probe().id(), json))
                .orElseGet(() -> DefinitionReader.json(json));
        return save(
                read,
                faults,
                probe -> before.map(one -> SecretKeeper.restore(probe, one.probe()))
                        .orElse(probe),
                probe -> {});
    }

    static Fault busy() {
        return new Fault(new Place("", 0, ""), "Too many definitions are being tried right now; try again in a minute");
    }

    private static Result save(
            Definitions read, List<Fault> faults, UnaryOperator<Probe> completing, Consumer<Probe> keeping) {
        faults.addAll(read.faults());
        if (!faults.isEmpty()) {
            return Result.faulty(faults);
        }
        Probe whole = completing.apply(read.probes().get(0));
        if (SecretKeeper.isMasked(whole)) {
            return Result.faulty(
                    List.of(Draft.fault("a value is masked (***) and not known; write the secret itself")));
        }
        try {
            keeping.accept(whole);
            return new Result(Optional.of(whole), List.of());
        } catch (RefusedChangeException refused) {
            String pointer = refused.reason() == Reason.EXISTS ? "/id" : "";
            return Result.faulty(List.of(new Fault(new Place("", 0, pointer), refused.getMessage())));
        }
    }
}
