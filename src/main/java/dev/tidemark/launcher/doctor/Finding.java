package dev.tidemark.launcher.doctor;

/**
 * The result of a check.
 *
 * @param check name of what was checked
 * @param found one sentence
 * @param remedy what to do; blank if nothing is
 */
record Finding(String check, Status status, String found, String remedy) {

    enum Status {
        OK,
        WARNING,
        FAILED
    }

    static Finding ok(String check, String found) {
        return new Finding(check, Status.OK, found, "");
    }

    static Finding warning(String check, String found, String remedy) {
        return new Finding(check, Status.WARNING, found, remedy);
    }

    static Finding failed(String check, String found, String remedy) {
        return new Finding(check, Status.FAILED, found, remedy);
    }
}
