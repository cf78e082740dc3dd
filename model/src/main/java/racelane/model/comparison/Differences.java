package racelane.model.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import racelane.model.comparison.Comparison.Match;
import racelane.model.comparison.Comparison.Row;
import racelane.model.comparison.Difference.Kind;
import racelane.model.comparison.Example.Step;
import racelane.model.time.TimeText;

/** Says what differs between two examples whose steps are lined up. */
final class Differences {
    /** A time that is this much longer is worth a word. */
    private static final double TELLING = 2;

    /** Of differences in timing only the largest are told. */
    private static final int TIMINGS = 8;

    private final Example working;
    private final Example broken;
    private final List<Row> rows;
    private final List<Difference> found = new ArrayList<>();

    private Differences(Example working, Example broken, List<Row> rows) {
        this.working = working;
        this.broken = broken;
        this.rows = rows;
    }

    static List<Difference> of(Example working, Example broken, List<Row> rows) {
        Differences differences = new Differences(working, broken, rows);
        differences.order();
        differences.operations();
        differences.actors();
        differences.timing();
        return List.copyOf(differences.found);
    }

    private void order() {
        Map<String, List<Row>> here = new HashMap<>();
        rows.stream()
                .filter(row -> row.match() == Match.MOVED && row.working() >= 0)
                .forEach(row -> here.computeIfAbsent(
                                working.steps().get(row.working()).operation(), none -> new ArrayList<>())
                        .add(row));
        for (Row row : rows) {
            if (row.match() == Match.MOVED && row.broken() >= 0) {
                Step step = broken.steps().get(row.broken());
                List<Row> there = here.getOrDefault(step.operation(), List.of());
                if (!there.isEmpty()) {
                    moved(step, there.removeFirst().working(), row.broken());
                }
            }
        }
    }

    /** Names the nearest step, done by both in the same order, on whose other side this one lies now. */
    private void moved(Step step, int workingAt, int brokenAt) {
        String text = step.operation() + " comes at another place in the order";
        int nearest = Integer.MAX_VALUE;
        for (Row row : rows) {
            if (row.match() != Match.SAME) {
                continue;
            }
            boolean before = workingAt < row.working();
            boolean nowBefore = brokenAt < row.broken();
            int distance = Math.abs(brokenAt - row.broken());
            if (before != nowBefore && distance < nearest) {
                nearest = distance;
                String other = working.steps().get(row.working()).operation();
                text = step.operation() + " comes " + (nowBefore ? "before " : "after ") + other
                        + " where it fails, and " + (before ? "before" : "after") + " it where it works";
            }
        }
        found.add(new Difference(Kind.ORDER, text, workingAt, brokenAt));
    }

    private void operations() {
        Map<String, int[]> counts = new java.util.LinkedHashMap<>();
        for (Row row : rows) {
            if (row.match() == Match.ONLY_WORKING || row.match() == Match.ONLY_BROKEN) {
                boolean here = row.working() >= 0;
                String operation = (here
                                ? working.steps().get(row.working())
                                : broken.steps().get(row.broken()))
                        .operation();
                int[] count = counts.computeIfAbsent(
                        operation + (here ? "\0w" : "\0b"), none -> new int[] {0, row.working(), row.broken()});
                count[0]++;
            }
        }
        counts.forEach((name, count) -> {
            boolean here = name.endsWith("w");
            String operation = name.substring(0, name.length() - 2);
            long all = (here ? broken : working)
                    .steps().stream()
                            .filter(step -> step.operation().equals(operation))
                            .count();
            String times = count[0] == 1 ? "" : count[0] + " times ";
            String text = operation + " is done " + times + (all == 0 ? "only where it " : "more often where it ")
                    + (here ? "works" : "fails");
            found.add(new Difference(Kind.OPERATION, text, count[1], count[2]));
        });
    }

    private void actors() {
        if (working.actors().size() != broken.actors().size()) {
            found.add(new Difference(
                    Kind.ACTOR, actors(broken) + " where it fails, " + actors(working) + " where it works", -1, -1));
        }
        Row last = null;
        for (Row row : rows) {
            if (row.match() != Match.SAME) {
                continue;
            }
            if (last != null) {
                Step step = working.steps().get(row.working());
                boolean same =
                        step.actor() == working.steps().get(last.working()).actor();
                boolean sameNow = broken.steps().get(row.broken()).actor()
                        == broken.steps().get(last.broken()).actor();
                if (same != sameNow) {
                    String before = working.steps().get(last.working()).operation();
                    String text = step.operation() + " is done by "
                            + (sameNow ? "the actor of " : "another actor than ") + before
                            + " where it fails, by " + (same ? "the same" : "another") + " where it works";
                    found.add(new Difference(Kind.ACTOR, text, row.working(), row.broken()));
                }
            }
            last = row;
        }
    }

    private static String actors(Example example) {
        return example.actors().size() == 1 ? "one actor" : example.actors().size() + " actors";
    }

    private void timing() {
        List<Timing> all = new ArrayList<>();
        Row last = null;
        for (Row row : rows) {
            if (row.match() != Match.SAME) {
                continue;
            }
            Step here = working.steps().get(row.working());
            Step there = broken.steps().get(row.broken());
            if (!here.open() && !there.open()) {
                all.add(new Timing(here.operation() + " takes", here.duration(), there.duration(), row));
            }
            if (last != null) {
                Step before = working.steps().get(last.working());
                long gap = here.offset() - before.offset();
                long gapNow = there.offset() - broken.steps().get(last.broken()).offset();
                all.add(new Timing(
                        "From " + before.operation() + " to " + here.operation() + " it takes", gap, gapNow, row));
            }
            last = row;
        }
        all.stream()
                .filter(Timing::telling)
                .sorted(Comparator.comparingLong(Timing::change).reversed())
                .limit(TIMINGS)
                .forEach(timing -> found.add(timing.difference()));
    }

    private record Timing(String what, long working, long broken, Row row) {
        long change() {
            return Math.abs(working - broken);
        }

        boolean telling() {
            long less = Math.min(working, broken);
            long more = Math.max(working, broken);
            return less >= 0 && more > 0 && more >= TELLING * less;
        }

        Difference difference() {
            String text = what + " " + time(broken) + " where it fails, " + time(working) + " where it works";
            return new Difference(Kind.TIMING, text, row.working(), row.broken());
        }

        private static String time(long nanos) {
            return nanos == 0 ? "no time" : TimeText.duration(nanos);
        }
    }
}
