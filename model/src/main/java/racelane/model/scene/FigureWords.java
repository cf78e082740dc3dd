package racelane.model.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import racelane.model.source.Account;
import racelane.model.source.Source;
import racelane.model.time.TimeRange;
import racelane.model.time.TimeText;
import racelane.model.window.RaceWindow;

/** The sentences of a figure. */
final class FigureWords {
    private static final int MOST_NAMED = 12;

    private FigureWords() {}

    static String title(FigureRequest request) {
        if (!request.title().isBlank()) {
            return request.title();
        }
        if (request.focus().isEmpty()) {
            List<String> names =
                    request.trace().sources().stream().map(Source::name).toList();
            return names.size() == 1 ? names.getFirst() : names.size() + " sources on one clock";
        }
        RaceWindow window = request.focus().get();
        boolean named = window.key().isEmpty() || window.title().contains(window.key());
        return named ? window.title() : window.title() + ": " + window.key();
    }

    static String subtitle(FigureRequest request) {
        return request.focus()
                .map(window -> window.holdsIf().isEmpty()
                        ? window.explanation()
                        : (window.explanation() + " Holds if " + window.holdsIf() + ".").strip())
                .orElse("");
    }

    /** Returns what stands below a figure: sources and clocks, losses, the window in words, the zone, and what is not shown. */
    static String footer(FigureRequest request, TimeRange range, String leftOut) {
        List<String> sentences = new ArrayList<>();
        sentences.add(sources(request.trace().sources()));
        sentences.add(lost(request.trace().sources()));
        request.focus().ifPresent(window -> sentences.add(window(request, window)));
        String zone =
                request.zone().getId().equals("Z") ? "UTC" : request.zone().getId();
        TimeRange told = eventful(request, range);
        String first = TimeText.day(told.start(), request.zone());
        String last = TimeText.day(told.end(), request.zone());
        sentences.add("Times " + zone + ", " + (first.equals(last) ? first : first + " to " + last) + ".");
        sentences.add(leftOut);
        sentences.add(request.style().notice());
        return sentences.stream().filter(one -> !one.isBlank()).collect(Collectors.joining(" "));
    }

    /** The range without the room around the evidence: a picture of a second after midnight does not speak of the day before. */
    private static TimeRange eventful(FigureRequest request, TimeRange range) {
        return request.trace()
                .extent()
                .filter(range::intersects)
                .map(extent ->
                        new TimeRange(Math.max(range.start(), extent.start()), Math.min(range.end(), extent.end())))
                .orElse(range);
    }

    private static String window(FigureRequest request, RaceWindow window) {
        String places = window.roles().stream()
                .map(role -> StepQuotes.place(request.trace(), role))
                .distinct()
                .collect(Collectors.joining(", "));
        return "Window: " + window.pattern() + (window.key().isEmpty() ? "" : " on " + window.key()) + ", "
                + window.verdict().word() + ", " + window.evidence().word()
                + (places.isEmpty() ? "" : ", " + places) + ".";
    }

    private static String sources(List<Source> sources) {
        if (sources.isEmpty()) {
            return "No sources.";
        }
        List<String> names = new ArrayList<>();
        boolean several = sources.size() > 1;
        for (int i = 0; i < sources.size(); i++) {
            Source source = sources.get(i);
            String offset = source.mapping().isNone()
                    ? i == 0 && several ? " (clock reference)" : ""
                    : " (" + source.setting().words() + ")";
            names.add(source.name() + offset);
        }
        return (several ? "Sources: " : "Source: ") + listed(names) + ".";
    }

    /** Of many only the first are named, so that what else must be said is never cut off. */
    private static String listed(List<String> all) {
        List<String> named = all.subList(0, Math.min(MOST_NAMED, all.size()));
        String more = all.size() > named.size() ? " and " + (all.size() - named.size()) + " more" : "";
        return String.join(", ", named) + more;
    }

    private static String lost(List<Source> sources) {
        List<String> losses = new ArrayList<>();
        for (Source source : sources) {
            Account account = source.account();
            if (account.lost() == 0) {
                continue;
            }
            String what = switch (account) {
                case Account.Lines lines -> lines.rejected() + " of " + lines.lines() + " lines";
                case Account.Records records -> records.rejected() + " of " + records.records() + " records";
                case Account.Chunked chunked ->
                    chunked.chunksLost() > 0
                            ? chunked.chunksLost() + " of " + chunked.chunks() + " chunks"
                            : chunked.rejected() + " of " + chunked.records() + " records";
            };
            losses.add(source.name() + " " + what);
        }
        return losses.isEmpty() ? "Nothing lost at import." : "Lost at import: " + listed(losses) + ".";
    }
}
