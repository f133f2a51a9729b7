package io.ticketwire.bench.report;

/** A figure to reach, and the figure that was reached. */
public record Target(String figure, String wanted, String measured, boolean met) {

    public static Target atLeast(String figure, double wanted, double measured, String unit) {
        return new Target(figure, "at least " + text(wanted, unit), text(measured, unit), measured >= wanted);
    }

    public static Target below(String figure, double wanted, double measured, String unit) {
        return new Target(figure, "below " + text(wanted, unit), text(measured, unit), measured < wanted);
    }

    private static String text(double value, String unit) {
        return Table.number(value) + " " + unit;
    }
}
