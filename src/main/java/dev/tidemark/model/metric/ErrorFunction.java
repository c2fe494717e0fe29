package dev.tidemark.model.metric;

/**
 * The error function by Abramowitz and Stegun 7.1.26, with an absolute error of at most 1.5e-7. Lighthouse uses the same
 * approximation; a more exact one would round some scores differently.
 */
final class ErrorFunction {

    private ErrorFunction() {}

    static double erf(double x) {
        double t = 1 / (1 + 0.3275911 * Math.abs(x));
        double polynomial =
                t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        return Math.signum(x) * (1 - polynomial * Math.exp(-x * x));
    }
}
