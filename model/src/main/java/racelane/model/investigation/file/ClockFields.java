package racelane.model.investigation.file;

import java.util.ArrayList;
import java.util.List;
import racelane.model.investigation.ClockPair;
import racelane.model.investigation.Edit;
import racelane.model.investigation.SourceLink;
import racelane.model.source.ClockMapping;
import racelane.model.source.ClockSetting;
import racelane.model.source.ClockTrust;
import tools.jackson.core.JsonGenerator;

/** How a case file spells the clock of a source: an offset alone, or all of it. */
final class ClockFields {
    private ClockFields() {}

    static void write(JsonGenerator json, Edit.SourceClockSet edit) {
        json.writeStringProperty("sha256", edit.sha256());
        json.writeNumberProperty("offset", edit.setting().mapping().offset());
        rest(json, edit.setting(), edit.pairs());
    }

    /** Writes how far a source is believed; a skew only where one is said. */
    static void write(JsonGenerator json, Edit.SourceTrustSet edit) {
        json.writeStringProperty("sha256", edit.sha256());
        if (edit.trust().hasSkew()) {
            json.writeNumberProperty("skew", edit.trust().skew());
        }
        json.writeBooleanProperty("order", edit.trust().order());
    }

    /** @throws IllegalArgumentException when the skew is negative */
    static ClockTrust trust(Fields it) throws CaseFormatException {
        long skew = it.has("skew") ? it.number("skew") : ClockTrust.NONE.skew();
        return new ClockTrust(skew, it.flag("order"));
    }

    /** Writes what an offset does not say; nothing when there is no more, as all versions before this one wrote it. */
    static void writeRest(JsonGenerator json, SourceLink source) {
        boolean plain = source.pairs().isEmpty()
                && source.setting()
                        .sameClock(ClockSetting.typed(
                                ClockMapping.offset(source.setting().mapping().offset())));
        if (!plain) {
            rest(json, source.setting(), source.pairs());
        }
    }

    /** @throws IllegalArgumentException when the drift is none of a clock's */
    static ClockSetting setting(Fields it) throws CaseFormatException {
        return new ClockSetting(
                new ClockMapping(it.number("offset"), it.number("drift"), it.number("reference")),
                it.text("tied"),
                it.number("bound"));
    }

    static List<ClockPair> pairs(Fields it) throws CaseFormatException {
        List<ClockPair> pairs = new ArrayList<>();
        for (Fields each : it.objects("pairs")) {
            pairs.add(new ClockPair(
                    EditDecoder.anchor(each.object("event")), EditDecoder.anchor(each.object("counterpart"))));
        }
        return pairs;
    }

    private static void rest(JsonGenerator json, ClockSetting setting, List<ClockPair> pairs) {
        json.writeNumberProperty("drift", setting.mapping().drift())
                .writeNumberProperty("reference", setting.mapping().reference())
                .writeStringProperty("tied", setting.tiedTo())
                .writeNumberProperty("bound", setting.bound());
        json.writeName("pairs").writeStartArray();
        for (ClockPair pair : pairs) {
            json.writeStartObject();
            EditEncoder.anchor(json.writeName("event"), pair.event());
            EditEncoder.anchor(json.writeName("counterpart"), pair.counterpart());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
