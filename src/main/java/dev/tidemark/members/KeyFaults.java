package dev.tidemark.members;

import dev.tidemark.document.Faults;
import dev.tidemark.document.Place;

/** Faults of keys of a request's body, also of those that are missing: a form shows them at the field all the same. */
final class KeyFaults {

    private KeyFaults() {}

    static void add(Faults faults, String key, String detail) {
        faults.add(new Place("", 0, "/" + key), detail);
    }
}
