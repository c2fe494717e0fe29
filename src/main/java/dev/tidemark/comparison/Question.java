package dev.tidemark.comparison;

import dev.tidemark.history.Run;
import dev.tidemark.observation.LocationName;
import dev.tidemark.observation.ProbeId;
import dev.tidemark.wording.Said;

/** What is compared with what. */
sealed interface Question {

    /** @param trouble why what was asked for cannot be compared; blank when nothing was asked for */
    record Nothing(Said trouble) implements Question {}

    /**
     * The later against the earlier.
     *
     * @param title what the earlier is to the later, in words; blank for any two
     */
    record Runs(Run before, Run after, Said title) implements Question {}

    /** @param title what the periods are, in words; blank for any two */
    record Eras(ProbeId probe, LocationName location, Era before, Era after, Said title) implements Question {}
}
