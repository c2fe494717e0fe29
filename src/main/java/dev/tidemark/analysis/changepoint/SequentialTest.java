package dev.tidemark.analysis.changepoint;

/**
 * Wald's sequential test (<a href="https://doi.org/10.1214/aoms/1177731118">paper</a>) of a suspicion, on runs taken after it was
 * raised: each makes the change more or less likely, and as few are taken as decide it.
 *
 * @param support logarithm of how much more likely the runs are if the series has moved than if it has not
 * @param runs that were heard
 * @param sum of their news, in spreads
 * @param squares sum of the squares of their news
 * @param before the last run's distance
 */
record SequentialTest(double support, int runs, double sum, double squares, double before) {
    /** What a change is expected to do to one run's news, in spreads; a smaller one needs more runs, or is none. */
    private static final double EXPECTED = 1.5;

    private static final double SURE = Math.log(100_000);
    private static final double FALSE_SHARE = 0.05;
    private static final double REFUTED = Math.log(0.005);
    /** The mean must stand so many of its own standard errors from none: runs that only scatter do not. */
    private static final double STEADY = 4.5;

    private static final int PATIENCE = 40;

    /** Whether the case is open, and else how it was decided. */
    enum TestDecision {
        OPEN,
        CONFIRMED,
        REFUTED
    }

    static SequentialTest begin(double before) {
        return new SequentialTest(0, 0, 0, 0, before);
    }

    SequentialTest hear(SeriesBaseline usual, ChangeDirection direction, double distance) {
        double expected = EXPECTED * Math.sqrt((1 - usual.persistence()) / (1 + usual.persistence()));
        double news = direction.sign() * usual.news(before, distance);
        return new SequentialTest(
                support + expected * news - expected * expected / 2,
                runs + 1,
                sum + news,
                squares + news * news,
                distance);
    }

    /**
     * How the case stands. {@code exp(support)} is an e-value: asking for at least {@code series / share} of it keeps the false ones
     * among all that is told below that share, however the series hang together (Wang and Ramdas,
     * <a href="https://doi.org/10.1111/rssb.12489">e-BH</a>).
     *
     * @param series how many are watched at the same time
     */
    TestDecision state(int series) {
        if (support >= Math.max(SURE, Math.log(series / FALSE_SHARE)) && isSteady()) {
            return TestDecision.CONFIRMED;
        }
        return support <= REFUTED || runs >= PATIENCE ? TestDecision.REFUTED : TestDecision.OPEN;
    }

    private boolean isSteady() {
        double mean = sum / runs;
        double variance = squares / runs - mean * mean;
        return runs * mean * mean >= STEADY * STEADY * variance;
    }
}
