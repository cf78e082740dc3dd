package racelane.model.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import racelane.model.comparison.Example.Step;

/**
 * A working example and a broken one with their steps lined up: the longest common sequence of operations is what both do in the same
 * order; what is left over on both sides was moved, what is left over on one side is done only there. Pure and immutable.
 *
 * @param working where it works
 * @param broken where it fails
 * @param rows the steps of both, in an order that fits both
 * @param differences what differs, the most telling first
 */
public record Comparison(Example working, Example broken, List<Row> rows, List<Difference> differences) {
    /** Copies the lists. */
    public Comparison {
        rows = List.copyOf(rows);
        differences = List.copyOf(differences);
    }

    /** How a row's two sides stand to each other. */
    public enum Match {
        /** Both do it at this place in the order. */
        SAME,
        /** Both do it, but at another place in the order; the other side stands in a row of its own. */
        MOVED,
        /** Only the working example does it. */
        ONLY_WORKING,
        /** Only the broken example does it. */
        ONLY_BROKEN
    }

    /**
     * One line of the table.
     *
     * @param match how the sides stand to each other
     * @param working index of the step in the working example, -1 for none
     * @param broken index of the step in the broken example, -1 for none
     */
    public record Row(Match match, int working, int broken) {}

    /** Lines up two examples. Takes time with the product of their steps, at most some 4 million comparisons. */
    public static Comparison of(Example working, Example broken) {
        int[] words = new int[working.steps().size()];
        int[] other = new int[broken.steps().size()];
        Map<String, Integer> ids = new HashMap<>();
        number(working, words, ids);
        number(broken, other, ids);
        List<Row> rows = rows(words, other);
        return new Comparison(working, broken, rows, Differences.of(working, broken, rows));
    }

    /** Returns the working step of a row. */
    public Optional<Step> workingStep(Row row) {
        return row.working() < 0
                ? Optional.empty()
                : Optional.of(working.steps().get(row.working()));
    }

    /** Returns the broken step of a row. */
    public Optional<Step> brokenStep(Row row) {
        return row.broken() < 0 ? Optional.empty() : Optional.of(broken.steps().get(row.broken()));
    }

    /** Tells whether both do the same in the same order, nothing left over. */
    public boolean sameOrder() {
        return rows.stream().allMatch(row -> row.match() == Match.SAME);
    }

    /** Returns the differences as lines of Markdown, at most {@code most} of them, to be kept with the case. */
    public String markdown(int most) {
        StringBuilder text =
                new StringBuilder("**Works:** " + working.title() + "  \n**Fails:** " + broken.title() + "\n");
        if (differences.isEmpty()) {
            return text.append("\nBoth do the same in the same order, in about the same time.")
                    .toString();
        }
        text.append('\n');
        differences.stream()
                .limit(most)
                .forEach(each -> text.append("- ").append(each.text()).append('\n'));
        int more = differences.size() - most;
        return text.append(more > 0 ? "- and " + more + " more\n" : "").toString();
    }

    private static void number(Example example, int[] words, Map<String, Integer> ids) {
        for (int i = 0; i < words.length; i++) {
            words[i] = ids.computeIfAbsent(example.steps().get(i).operation(), next -> ids.size());
        }
    }

    private static List<Row> rows(int[] working, int[] broken) {
        int[][] common = common(working, broken);
        List<Row> rows = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < working.length || j < broken.length) {
            boolean same = i < working.length && j < broken.length && working[i] == broken[j];
            if (same && common[i][j] == common[i + 1][j + 1] + 1) {
                rows.add(new Row(Match.SAME, i++, j++));
            } else if (j >= broken.length || (i < working.length && common[i + 1][j] >= common[i][j + 1])) {
                rows.add(new Row(Match.ONLY_WORKING, i++, -1));
            } else {
                rows.add(new Row(Match.ONLY_BROKEN, -1, j++));
            }
        }
        return moved(rows, working, broken);
    }

    /** Returns, for every pair of places, the length of the longest common sequence from there on. */
    private static int[][] common(int[] a, int[] b) {
        int[][] common = new int[a.length + 1][b.length + 1];
        for (int i = a.length - 1; i >= 0; i--) {
            for (int j = b.length - 1; j >= 0; j--) {
                common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    /** What is left over on both sides is the same thing at another place: the first here goes with the first there. */
    private static List<Row> moved(List<Row> rows, int[] working, int[] broken) {
        Map<Integer, List<Integer>> leftHere = new HashMap<>();
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at).match() == Match.ONLY_WORKING) {
                leftHere.computeIfAbsent(working[rows.get(at).working()], none -> new ArrayList<>())
                        .add(at);
            }
        }
        List<Row> marked = new ArrayList<>(rows);
        for (int at = 0; at < rows.size(); at++) {
            Row row = rows.get(at);
            List<Integer> here = row.match() == Match.ONLY_BROKEN
                    ? leftHere.getOrDefault(broken[row.broken()], List.of())
                    : List.of();
            if (!here.isEmpty()) {
                int there = here.removeFirst();
                marked.set(at, new Row(Match.MOVED, -1, row.broken()));
                marked.set(there, new Row(Match.MOVED, rows.get(there).working(), -1));
            }
        }
        return marked;
    }
}
