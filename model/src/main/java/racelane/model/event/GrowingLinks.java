package racelane.model.event;

import java.util.Arrays;

/** Links in arrival order while a table is built; 29 B each. One thread. */
final class GrowingLinks {
    private int size;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private int[] kind = new int[64];
    private byte[] how = new byte[64];
    private long[] fromTime = new long[64];
    private long[] toTime = new long[64];

    void add(LinkEnd source, LinkEnd target, int kindWord) {
        if (size == from.length) {
            int room = (int) Math.min(Integer.MAX_VALUE - 8L, size * 2L);
            from = Arrays.copyOf(from, room);
            to = Arrays.copyOf(to, room);
            kind = Arrays.copyOf(kind, room);
            how = Arrays.copyOf(how, room);
            fromTime = Arrays.copyOf(fromTime, room);
            toTime = Arrays.copyOf(toTime, room);
        }
        from[size] = source.id();
        to[size] = target.id();
        kind[size] = kindWord;
        how[size] = (byte) (source.how().ordinal() << 4 | target.how().ordinal());
        fromTime[size] = source.time();
        toTime[size] = target.time();
        size++;
    }

    /** Puts the places of lanes for their ids, when those will stand in the order {@code lanes}. */
    void arrange(int[] lanes) {
        int[] place = new int[lanes.length];
        for (int i = 0; i < lanes.length; i++) {
            place[lanes[i]] = i;
        }
        for (int link = 0; link < size; link++) {
            from[link] = how(link, 0) == LinkEnd.How.EVENT ? from[link] : place[from[link]];
            to[link] = how(link, 1) == LinkEnd.How.EVENT ? to[link] : place[to[link]];
        }
    }

    int size() {
        return size;
    }

    int kind(int link) {
        return kind[link];
    }

    /** Returns an end of a link: end 0 is where it leaves, end 1 where it arrives. */
    LinkEnd.How how(int link, int end) {
        return LinkEnd.How.of((byte) (end == 0 ? how[link] >> 4 : how[link] & 15));
    }

    int id(int link, int end) {
        return end == 0 ? from[link] : to[link];
    }

    long time(int link, int end) {
        return end == 0 ? fromTime[link] : toTime[link];
    }
}
