package dev.tidemark.analysis.changepoint;

/**
 * Wald's sequential probability ratio test (<a href="https://doi.org/10.1214/aoms/1177731118">SPRT</a>) of a candidate, on runs after
 * it was opened.
 *
 * @param support log likelihood ratio of a change against no change
 * @param runs number of runs
 * @param sum of the innovations, in spreads
 * @param squares sum of the squares of the innovations
 * @param before the deviation of the last run
 */
record SequentialTest(double support, int runs, double sum, double squares, double before) {
    /** The expected effect of a change on the innovation of a run, in spreads; smaller effects need more runs, or are refuted. */
    private static final double EXPECTED = 1.5;

    private static final double CONFIRMING = Math.log(100_000);
    private static final double FALSE_SHARE = 0.05;
    private static final double REFUTED = Math.log(0.005);
    /** The minimum distance of the mean from 0 in standard errors, so that noise is not confirmed. */
    private static final double STEADY = 4.5;

    private static final int MAX_RUNS = 40;

    /** Open, or the decision. */
    enum TestDecision {
        OPEN,
        CONFIRMED,
        REFUTED
    }

    static SequentialTest begin(double before) {
        return new SequentialTest(0, 0, 0, 0, before);
    }

    /** The state after one more run. */
    SequentialTest add(SeriesBaseline baseline, ChangeDirection direction, double distance) {
        double expected = EXPECTED * Math.sqrt((1 - baseline.persistence()) / (1 + baseline.persistence()));
        double innovation = direction.sign() * baseline.innovation(before, distance);
        return new SequentialTest(
                support + expected * innovation - expected * expected / 2,
                runs + 1,
                sum + innovation,
                squares + innovation * innovation,
                distance);
    }

    /**
     * The decision. {@code exp(support)} is an e-value: requiring at least {@code series / share} keeps the false discovery rate below
     * that share, whatever the dependence between series (Wang and Ramdas, <a href="https://doi.org/10.1111/rssb.12489">e-BH</a>).
     *
     * @param series number of series that are tested at the same time
     */
    TestDecision state(int series) {
        if (support >= Math.max(CONFIRMING, Math.log(series / FALSE_SHARE)) && isSteady()) {
            return TestDecision.CONFIRMED;
        }
        return support <= REFUTED || runs >= MAX_RUNS ? TestDecision.REFUTED : TestDecision.OPEN;
    }

    private boolean isSteady() {
        double mean = sum / runs;
        double variance = squares / runs - mean * mean;
        return runs * mean * mean >= STEADY * STEADY * variance;
    }
}
