package racelane.model.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which parts of which sources are assumed to lie on one lane. Grows by a source at a time, by copying: an older state stays as it was,
 * and adding the thousandth source does not look at the pairs of the others again.
 */
final class LaneGroups {
    private static final int NAMED = 4;

    private final List<EventTable> tables;
    private final Map<EventTable, Integer> places;
    private final List<List<LaneSlice>> groups;
    private final Map<String, Map<String, List<Integer>>> byName;
    private final Map<String, Set<String>> guesses;

    private LaneGroups(LaneGroups like) {
        this.tables = new ArrayList<>(like.tables);
        this.places = new HashMap<>(like.places);
        this.groups = new ArrayList<>(like.groups.size());
        like.groups.forEach(group -> groups.add(new ArrayList<>(group)));
        this.byName = new HashMap<>();
        like.byName.forEach((name, processes) -> {
            Map<String, List<Integer>> copy = new HashMap<>();
            processes.forEach((process, ids) -> copy.put(process, new ArrayList<>(ids)));
            byName.put(name, copy);
        });
        this.guesses = new LinkedHashMap<>();
        like.guesses.forEach((guess, names) -> guesses.put(guess, new LinkedHashSet<>(names)));
    }

    private LaneGroups() {
        this.tables = new ArrayList<>();
        this.places = new HashMap<>();
        this.groups = new ArrayList<>();
        this.byName = new HashMap<>();
        this.guesses = new LinkedHashMap<>();
    }

    /** Returns the groups of these tables. */
    static LaneGroups of(List<EventTable> tables) {
        LaneGroups all = new LaneGroups();
        tables.forEach(all::add);
        return all;
    }

    /** Returns the groups with one table more. */
    LaneGroups with(EventTable table) {
        LaneGroups more = new LaneGroups(this);
        more.add(table);
        return more;
    }

    /** Returns the parts of each lane as the user chose, lanes in the order of their first appearance. */
    List<List<LaneSlice>> chosen(List<LaneChoice> choices) {
        if (choices.isEmpty()) {
            return groups;
        }
        LaneGroups changed = new LaneGroups(this);
        choices.forEach(changed::apply);
        changed.groups.removeIf(List::isEmpty);
        return changed.groups;
    }

    /** Returns what was assumed about namesakes, one sentence each. */
    List<String> assumptions() {
        List<String> sentences = new ArrayList<>();
        guesses.forEach((guess, names) -> {
            List<String> shown = names.stream().limit(NAMED).toList();
            int more = names.size() - shown.size();
            String list = more > 0
                    ? String.join(", ", shown) + " and " + more + " more"
                    : String.join(", ", shown.subList(0, shown.size() - 1)) + " and " + shown.getLast();
            sentences.add("Threads of one name in " + list + " " + guess + ".");
        });
        return sentences;
    }

    private void add(EventTable table) {
        int place = tables.size();
        tables.add(table);
        places.put(table, place);
        Map<Integer, Kinship> kinships = new HashMap<>();
        table.slices().forEach(slice -> add(slice, place, kinships));
    }

    private void add(LaneSlice slice, int table, Map<Integer, Kinship> kinships) {
        Map<String, List<Integer>> namesakes =
                byName.computeIfAbsent(slice.name().name(), name -> new HashMap<>());
        String process = slice.name().process();
        for (int id : candidates(namesakes, process)) {
            List<LaneSlice> group = groups.get(id);
            if (group.stream().allMatch(one -> together(one, slice, table, kinships))) {
                group.add(slice);
                file(namesakes, process, id);
                return;
            }
        }
        file(namesakes, process, groups.size());
        groups.add(new ArrayList<>(List.of(slice)));
    }

    private boolean together(LaneSlice a, LaneSlice b, int table, Map<Integer, Kinship> kinships) {
        int other = places.getOrDefault(a.table(), 0);
        if (other == table || !a.name().sameAs(b.name())) {
            return false;
        }
        if (!a.name().process().isEmpty() && !b.name().process().isEmpty()) {
            return true;
        }
        Kinship kinship = kinships.computeIfAbsent(other, place -> Kinship.of(tables.get(place), tables.get(table)));
        boolean one = kinship.verdict() == Kinship.Verdict.ONE_PROGRAM
                || (kinship.verdict() == Kinship.Verdict.CHOSEN_NAMES
                        && !Kinship.common(a.name().name()));
        Set<String> names = guesses.computeIfAbsent(
                (one ? "are taken for one lane" : "are kept apart") + ", because " + kinship.why(),
                guess -> new LinkedHashSet<>());
        names.add(tables.get(other).source().name());
        names.add(tables.get(table).source().name());
        return one;
    }

    private void apply(LaneChoice choice) {
        switch (choice) {
            case LaneChoice.Joined joined -> {
                int from = find(joined.lane());
                int to = find(joined.to());
                if (from >= 0 && to >= 0 && from != to) {
                    groups.get(to).addAll(groups.get(from));
                    groups.get(from).clear();
                }
            }
            case LaneChoice.Parted parted -> {
                int from = find(parted.lane());
                if (from >= 0 && groups.get(from).size() > 1) {
                    LaneSlice alone = groups.get(from).stream()
                            .filter(slice -> LaneRef.of(slice).equals(parted.lane()))
                            .findFirst()
                            .orElseThrow();
                    groups.get(from).remove(alone);
                    groups.add(new ArrayList<>(List.of(alone)));
                }
            }
        }
    }

    /** Returns the place of the group with this part, or -1. Choices are few: a walk will do. */
    private int find(LaneRef part) {
        for (int i = 0; i < groups.size(); i++) {
            for (LaneSlice slice : groups.get(i)) {
                if (slice.name().name().equals(part.name()) && LaneRef.of(slice).equals(part)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Returns the groups that a namesake of this process can lie in, in their order: those of no other process alone. */
    private static List<Integer> candidates(Map<String, List<Integer>> namesakes, String process) {
        Stream<List<Integer>> filed = process.isEmpty()
                ? namesakes.values().stream()
                : Stream.of(process, "").map(one -> namesakes.getOrDefault(one, List.of()));
        return filed.flatMap(List::stream).distinct().sorted().toList();
    }

    private static void file(Map<String, List<Integer>> namesakes, String process, int id) {
        List<Integer> filed = namesakes.computeIfAbsent(process, name -> new ArrayList<>());
        if (filed.isEmpty() || filed.getLast() != id) {
            filed.add(id);
        }
    }
}
