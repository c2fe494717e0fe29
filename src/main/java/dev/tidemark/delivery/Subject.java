package dev.tidemark.delivery;

import java.util.Comparator;
import java.util.List;

/** The subject of a mail: what, where, how bad. */
final class Subject {

    private Subject() {}

    /** Of several notices the worst stands for all: {@code [failing] Shop, home page: LCP ... @ frankfurt, and 36 more}. */
    static String of(List<Notice> notices) {
        String first = worst(notices).subject();
        return notices.size() == 1 ? first : first + ", and " + (notices.size() - 1) + " more";
    }

    static Notice worst(List<Notice> notices) {
        return notices.stream().min(Comparator.comparing(Notice::tone)).orElseThrow();
    }
}
