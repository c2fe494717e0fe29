package dev.tidemark.analysis.changepoint;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;

/** Sources of values of simulated series. */
interface Noise {
    double LEVEL = 2_000;

    /** Starts another series of the same kind. */
    void renew();

    /**
     * @param step factor of the level
     * @param scatter factor of the spread
     */
    double value(Instant at, double step, double scatter);

    /** Independent, log-normal. */
    static Noise plain(Random random, double spread) {
        return of((at, step, scatter) -> LEVEL * step * Math.exp(scatter * spread * random.nextGaussian()));
    }

    /** With a share of runs that take half to one and a half times longer. */
    static Noise spiky(Random random, double spread, double share) {
        Noise plain = plain(random, spread);
        return of((at, step, scatter) ->
                plain.value(at, step, scatter) * (random.nextDouble() < share ? 1.5 + random.nextDouble() : 1));
    }

    /** Rounded to multiples of a unit. */
    static Noise rounded(Random random, double spread, double unit) {
        Noise plain = plain(random, spread);
        return of((at, step, scatter) -> unit * Math.round(plain.value(at, step, scatter) / unit));
    }

    /** Slower by day than by night: up to the amplitude, on both sides. */
    static Noise daily(Random random, double spread, double amplitude) {
        Noise plain = plain(random, spread);
        return of((at, step, scatter) -> plain.value(at, step, scatter)
                * (1
                        + amplitude
                                * Math.sin(2
                                        * Math.PI
                                        * at.atZone(ZoneOffset.UTC)
                                                .toLocalTime()
                                                .toSecondOfDay()
                                        / 86_400.0)));
    }

    /** An autoregressive series of first order. */
    static Noise persistent(Random random, double spread, double correlation) {
        return new Persistent(random, spread, correlation);
    }

    /** Sampled from real runs, in blocks of ten, and scaled to the level. */
    static Noise drawn(Random random, RealRuns real) {
        return new Drawn(random, real);
    }

    private static Noise of(Values values) {
        return new Noise() {
            @Override
            public void renew() {}

            @Override
            public double value(Instant at, double step, double scatter) {
                return values.value(at, step, scatter);
            }
        };
    }

    /** Produces values in order. */
    interface Values {
        double value(Instant at, double step, double scatter);
    }

    /** @see #persistent */
    final class Persistent implements Noise {
        private final Random random;
        private final double spread;
        private final double correlation;
        private double before;

        private Persistent(Random random, double spread, double correlation) {
            this.random = random;
            this.spread = spread;
            this.correlation = correlation;
        }

        @Override
        public void renew() {
            before = random.nextGaussian();
        }

        @Override
        public double value(Instant at, double step, double scatter) {
            before = correlation * before + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
            return LEVEL * step * Math.exp(scatter * spread * before);
        }
    }

    /** @see #drawn */
    final class Drawn implements Noise {
        private static final int STRETCH = 10;

        private final Random random;
        private final RealRuns real;
        private int next;
        private int left;

        private Drawn(Random random, RealRuns real) {
            this.random = random;
            this.real = real;
        }

        @Override
        public void renew() {
            left = 0;
        }

        @Override
        public double value(Instant at, double step, double scatter) {
            if (left == 0) {
                next = random.nextInt(real.count() - STRETCH);
                left = STRETCH;
            }
            left--;
            return LEVEL * step * Math.pow(real.ofMedian(next++), scatter);
        }
    }
}
