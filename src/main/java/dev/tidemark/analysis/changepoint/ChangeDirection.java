package dev.tidemark.analysis.changepoint;

/** The direction of a change. */
public enum ChangeDirection {
    UP(1),
    DOWN(-1);

    private final int sign;

    ChangeDirection(int sign) {
        this.sign = sign;
    }

    int sign() {
        return sign;
    }
}
