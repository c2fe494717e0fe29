package dev.tidemark.bench.pages;

import dev.tidemark.model.metric.Statistic;
import java.util.List;

/** Durations and statuses of requests. */
record Latencies(List<One> answers) {

    record One(int status, double millis) {}

    double millis(Statistic statistic) {
        return statistic.of(answers.stream().mapToDouble(One::millis).toArray());
    }

    long withStatus(int status) {
        return answers.stream().filter(one -> one.status() == status).count();
    }
}
