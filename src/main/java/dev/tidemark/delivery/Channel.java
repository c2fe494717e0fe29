package dev.tidemark.delivery;

import java.util.Optional;

/** One way to bring letters to people. */
interface Channel {

    Medium medium();

    /** What has to be set before anything can be delivered this way; empty when nothing is missing. */
    Optional<String> missing();

    /** Returns when the other side has acknowledged the letter, and only then. */
    void deliver(Letter letter) throws NotDeliveredException;
}
