package racelane.importers.log;

import racelane.importers.io.ByteText;

/**
 * Reads what a message says of itself: {@code OP PHASE: KEY}, {@code ACTOR OP PHASE: KEY} (a step of the actor) or {@code PHASE
 * OP}. Anything else is free text with, at most, a key. Guesses are held back: a word such as {@code end} counts only where a
 * person would read it as the end of something. One thread.
 */
final class EntryReader {
    private static final ByteChoice DETAILS = new ByteChoice("[({-|<:#");
    private static final ByteChoice OPENERS = new ByteChoice("[({<=");
    private static final ByteChoice VALUE_ENDS = new ByteChoice(",;)]}\"'");
    private static final ByteChoice BEFORE_KEY = new ByteChoice("([{'\"=");
    private static final ByteChoice AFTER_KEY = new ByteChoice(",;)]}'\"");
    private static final ByteChoice KEY_ENDS = new ByteChoice(",;)]");
    private static final ByteChoice BEHIND_KEY = new ByteChoice("[(<,;");
    private static final int MAX_WORD = 120;

    private final int[] starts = new int[3];
    private final int[] ends = new int[3];
    private final int[] bareEnds = new int[3];
    private final int[] nameEnds = new int[3];
    private final boolean[] isName = new boolean[3];
    private byte[] bytes = new byte[0];
    private int to;
    private int tokens;

    private MessageParts parts = new MessageParts();

    /** Reads a message and says in {@code found} what it finds. */
    void read(byte[] source, int from, int end, MessageParts found) {
        bytes = source;
        to = end;
        parts = found;
        found.begin(source, from, end);
        split(from);
        if (tokens >= 1 && isName[0]) {
            parts.actorFrom = starts[0];
            parts.actorTo = nameEnds[0];
        }
        int after = leading();
        if (after < 0) {
            after = following();
        }
        if (after >= 0) {
            keyAfter(after);
        }
        if (parts.keyFrom == parts.keyTo) {
            keyAnywhere(from);
        }
    }

    private void split(int from) {
        tokens = 0;
        int at = from;
        while (tokens < 3) {
            int start = ByteText.skipBlanks(bytes, at, to);
            at = start;
            while (at < to && !ByteText.isBlank(bytes[at])) {
                at++;
            }
            if (start == at) {
                return;
            }
            boolean separator = at - start == 1 && (bytes[start] == '-' || bytes[start] == '|' || bytes[start] == ':');
            if (!separator) {
                token(start, at);
            }
        }
    }

    /** Notes a token: where it ends with and without punctuation, where the name in it ends, and whether it is a name at all. */
    private void token(int start, int end) {
        int bare = end;
        while (bare > start + 1 && (bytes[bare - 1] == ':' || bytes[bare - 1] == ',' || bytes[bare - 1] == '.')) {
            bare--;
        }
        int name = start;
        while (name < bare && ByteSet.NAME.has(bytes[name])) {
            name++;
        }
        boolean letter = ByteText.isLetter(bytes[start]) || bytes[start] == '_';
        starts[tokens] = start;
        ends[tokens] = end;
        bareEnds[tokens] = bare;
        nameEnds[tokens] = name;
        isName[tokens++] = letter && name - start <= MAX_WORD && (name == bare || bytes[name] == '(');
    }

    /** Reads {@code PHASE OP}; returns where it ends, or -1. */
    private int leading() {
        if (tokens < 2) {
            return -1;
        }
        Phase said = Phase.ofWord(bytes, starts[0], bareEnds[0]);
        if (said == Phase.NONE || !isName[1] || Phase.isParticle(bytes, starts[1], bareEnds[1])) {
            return -1;
        }
        boolean call = isCallWord(starts[0]);
        if (!call && !isLoud(0) && !isSettled(1)) {
            return -1;
        }
        take(said, 1);
        parts.actorFrom = parts.operationFrom;
        parts.actorTo = parts.operationTo;
        return ends[1];
    }

    /** Reads {@code OP PHASE} or {@code ACTOR OP PHASE}; returns where it ends, or -1. */
    private int following() {
        for (int i = 1; i < tokens; i++) {
            if (!isName[i - 1]) {
                return -1;
            }
            Phase said = Phase.ofWord(bytes, starts[i], bareEnds[i]);
            if (said != Phase.NONE && ByteText.isLetter(bytes[starts[i]]) && isMeant(said, i)) {
                take(said, i - 1);
                return ends[i];
            }
        }
        return -1;
    }

    /** Tells whether the parts.phase word behind a name is more than a word of a sentence; behind two names it takes more to tell. */
    private boolean isMeant(Phase said, int token) {
        if (isLoud(token) || (bareEnds[token] < ends[token] && bytes[ends[token] - 1] == ':')) {
            return true;
        }
        boolean last = ByteText.skipBlanks(bytes, ends[token], to) == to;
        return isSettled(token) && !(last && (token == 2 || said == Phase.FAILED));
    }

    private void take(Phase said, int token) {
        parts.phase = said;
        parts.operationFrom = starts[token];
        parts.operationTo = nameEnds[token];
        int close = bareEnds[token] - 1;
        if (parts.operationTo < close
                && bytes[parts.operationTo] == '('
                && bytes[close] == ')'
                && isKeyLike(parts.operationTo + 1, close)) {
            parts.keyFrom = parts.operationTo + 1;
            parts.keyTo = close;
        }
    }

    /** Tells whether a parts.phase word is written so that it cannot be part of a sentence: in capitals, or as an arrow. */
    private boolean isLoud(int token) {
        for (int i = starts[token]; i < bareEnds[token]; i++) {
            if (bytes[i] >= 'a' && bytes[i] <= 'z') {
                return false;
            }
        }
        return true;
    }

    private boolean isCallWord(int at) {
        int first = bytes[at] | 0x20;
        int second = bytes[at + 1] | 0x20;
        return first == 'e' && (second == 'x' || (second == 'n' && (bytes[at + 2] | 0x20) == 't'));
    }

    /** Tells whether what stands behind a token is no further word of a sentence. */
    private boolean isSettled(int token) {
        if (bareEnds[token] < ends[token] && bytes[ends[token] - 1] != ',') {
            return true;
        }
        int at = ByteText.skipBlanks(bytes, ends[token], to);
        if (at == to || DETAILS.has(bytes[at])) {
            return true;
        }
        int end = wordEnd(at);
        return isKeyWithColon(at, end) || ByteText.indexOf(bytes, at, end, (byte) '=') > at;
    }

    private int wordEnd(int from) {
        int at = from;
        while (at < to && !ByteText.isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    /** Takes the key behind a parts.phase. */
    private void keyAfter(int end) {
        if (parts.keyTo > parts.keyFrom) {
            return;
        }
        int at = ByteText.skipBlanks(bytes, end, to);
        boolean colon = bytes[end - 1] == ':';
        if (at < to && (bytes[at] == ':' || bytes[at] == '-') && at + 1 < to && ByteText.isBlank(bytes[at + 1])) {
            colon = true;
            at = ByteText.skipBlanks(bytes, at + 1, to);
        }
        int stop = at;
        while (stop < to && !ByteText.isBlank(bytes[stop]) && !KEY_ENDS.has(bytes[stop])) {
            stop++;
        }
        if (stop == at
                || stop - at > MAX_WORD
                || OPENERS.has(bytes[at])
                || ByteText.indexOf(bytes, at, stop, (byte) '=') >= 0) {
            return;
        }
        int next = ByteText.skipBlanks(bytes, stop, to);
        boolean alone = next == to || BEHIND_KEY.has(bytes[next]);
        if (colon ? alone || isKeyLike(at, stop) : isKeyWithColon(at, stop)) {
            parts.keyFrom = at;
            parts.keyTo = bytes[stop - 1] == '.' ? stop - 1 : stop;
        }
    }

    private boolean isKeyLike(int from, int end) {
        for (int i = from; i < end; i++) {
            byte b = bytes[i];
            if (ByteText.isBlank(b) || b == ',') {
                return false;
            }
            if (ByteText.isDigit(b) || b == ':' || b == '_' || b == '/' || b == '#') {
                return true;
            }
        }
        return false;
    }

    /** Tells whether this is {@code user:123}: letters, a colon, and something with a digit in it. */
    private boolean isKeyWithColon(int from, int end) {
        int colon = ByteText.indexOf(bytes, from, end, (byte) ':');
        return colon > from + 1 && colon + 1 < end && keyStart(colon) == from && keyEnd(colon) >= end - 1;
    }

    /** Looks for {@code key=VALUE} and for {@code user:123} anywhere. */
    private void keyAnywhere(int from) {
        for (int at = from; at < to; at++) {
            at = ByteText.indexOf(bytes, at, to, (byte) '=');
            if (at < 0) {
                break;
            }
            if (at - from >= 3 && isKeyWord(at - 3, from)) {
                parts.keyFrom = at + 1;
                parts.keyTo = valueEnd(at + 1);
                if (parts.keyTo > parts.keyFrom) {
                    return;
                }
            }
        }
        for (int colon = from; colon < to; colon++) {
            colon = ByteText.indexOf(bytes, colon, to, (byte) ':');
            if (colon < 0) {
                return;
            }
            int start = keyStart(colon);
            int end = keyEnd(colon);
            if (start >= from && end > 0) {
                parts.keyFrom = start;
                parts.keyTo = end;
                return;
            }
        }
    }

    private boolean isKeyWord(int at, int from) {
        return (bytes[at] | 0x20) == 'k'
                && bytes[at + 1] == 'e'
                && bytes[at + 2] == 'y'
                && (at == from || !ByteSet.NAME.has(bytes[at - 1]));
    }

    private int valueEnd(int from) {
        int at = from;
        while (at < to && !ByteText.isBlank(bytes[at]) && !VALUE_ENDS.has(bytes[at])) {
            at++;
        }
        return at;
    }

    /** Returns where the name before a colon starts when it stands on its own, else -1. */
    private int keyStart(int colon) {
        int at = colon;
        while (at > 0
                && at > colon - 40
                && (ByteText.isLetter(bytes[at - 1]) || bytes[at - 1] == '_' || bytes[at - 1] == '-')) {
            at--;
        }
        boolean alone = at == 0 || ByteText.isBlank(bytes[at - 1]) || BEFORE_KEY.has(bytes[at - 1]);
        return alone && colon - at >= 2 && ByteText.isLetter(bytes[at]) ? at : -1;
    }

    /** Returns where the part behind a colon ends when it is an id, else -1. */
    private int keyEnd(int colon) {
        int at = colon + 1;
        boolean digit = false;
        while (at < to && at < colon + 64 && (ByteSet.HEX.has(bytes[at]) || bytes[at] == '_' || bytes[at] == ':')) {
            digit |= ByteText.isDigit(bytes[at]);
            at++;
        }
        boolean alone = at == to
                || ByteText.isBlank(bytes[at])
                || AFTER_KEY.has(bytes[at])
                || (bytes[at] == '.' && (at + 1 == to || ByteText.isBlank(bytes[at + 1])));
        return digit && alone && bytes[at - 1] != ':' ? at : -1;
    }
}
