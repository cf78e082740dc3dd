package racelane.model.window;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import racelane.model.clock.ClockOrder;
import racelane.model.clock.Message;
import racelane.model.event.EventKind;
import racelane.model.event.EventTable;
import racelane.model.event.Trace;
import racelane.model.pattern.Attributes;
import racelane.model.pattern.EventClass;
import racelane.model.pattern.PatternSet;
import racelane.model.progress.Progress;

/**
 * Finds messages between sources of different clocks: events of the classes {@code send} and {@code receive} of which there is exactly
 * one each with the same key and the same number of the message. What came twice, or was sent again, says nothing and is left out.
 */
final class Messages {
    /** Class of sending a message. */
    static final String SEND = "send";

    /** Class of receiving one. */
    static final String RECEIVE = "receive";

    private static final List<String> NUMBERS = List.of(
            "messageId",
            "message_id",
            "msgId",
            "msg_id",
            "msgid",
            "mid",
            "correlationId",
            "correlation_id",
            "requestId",
            "request_id",
            "seq",
            "id");

    private static final int PULSE = 1 << 14;
    private static final long SEVERAL = -2;

    private final Trace trace;
    private final List<LongFunction<@Nullable String>> readers = new ArrayList<>();
    private final LongFunction<@Nullable String> keys;
    private final LongFunction<@Nullable String> operations;
    private final Map<String, Ends> byName = new HashMap<>();

    /** Where a message was sent and received. */
    private static final class Ends {
        private long sent = Ref.NONE;
        private long received = Ref.NONE;
    }

    private Messages(Trace trace) {
        this.trace = trace;
        AttributeReader attributes = new AttributeReader(trace);
        NUMBERS.forEach(name -> readers.add(attributes.reader(name)));
        this.keys = attributes.reader(Attributes.KEY);
        this.operations = attributes.reader(Attributes.WORDS);
    }

    /** Returns the messages of a trace; none where all sources share one clock. */
    static List<Message> of(Trace trace, PatternSet set, Progress progress) {
        EventClass send = set.classes().get(SEND);
        EventClass receive = set.classes().get(RECEIVE);
        if (send == null || receive == null || ClockOrder.clocksOf(trace).size() < 2) {
            return List.of();
        }
        Messages messages = new Messages(trace);
        messages.gather(new Classifier(trace, List.of(send, receive)), progress);
        return messages.found();
    }

    private void gather(Classifier classifier, Progress progress) {
        for (int t = 0; t < trace.tables().size(); t++) {
            EventTable table = trace.tables().get(t);
            for (int row = 0; row < table.size(); row++) {
                if ((row & (PULSE - 1)) == 0) {
                    progress.checkCancelled();
                }
                long mask = classifier.mask(t, table, row);
                if (mask == 1 || mask == 2) {
                    note(Ref.of(t, row), mask == 1);
                }
            }
        }
    }

    private void note(long ref, boolean sent) {
        String name = name(ref);
        if (name.isEmpty()) {
            return;
        }
        Ends ends = byName.computeIfAbsent(name, unknown -> new Ends());
        if (sent) {
            ends.sent = ends.sent == Ref.NONE ? ref : SEVERAL;
        } else {
            ends.received = ends.received == Ref.NONE ? ref : SEVERAL;
        }
    }

    /** Returns the key and the number of a message; a key alone may be its number as well. */
    private String name(long ref) {
        String key = keys.apply(ref);
        for (LongFunction<@Nullable String> reader : readers) {
            String number = reader.apply(ref);
            if (number != null) {
                return key + "\0" + number + (isAnswer(ref) ? "\0answer" : "");
            }
        }
        return key == null ? "" : key;
    }

    /** A request and what answers it may bear the same number. */
    private boolean isAnswer(long ref) {
        String words = operations.apply(ref);
        return words != null && (words.endsWith("reply") || words.endsWith("response") || words.endsWith("ack"));
    }

    private List<Message> found() {
        List<Message> found = new ArrayList<>();
        for (Ends ends : byName.values()) {
            if (ends.sent >= 0 && ends.received >= 0) {
                EventTable sender = trace.tables().get(Ref.table(ends.sent));
                EventTable receiver = trace.tables().get(Ref.table(ends.received));
                int arrived = Ref.row(ends.received);
                if (receiver.kind(arrived) != EventKind.OPEN) {
                    found.add(new Message(
                            Ref.table(ends.sent),
                            sender.start(Ref.row(ends.sent)),
                            Ref.table(ends.received),
                            receiver.end(arrived)));
                }
            }
        }
        return found;
    }
}
