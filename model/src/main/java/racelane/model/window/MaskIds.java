package racelane.model.window;

import java.util.Arrays;

/** Numbers sets of classes, of which there are far fewer than events: an event's set is then an int. One thread. */
final class MaskIds {
    private long[] masks = new long[64];
    private int count;
    private int[] slots = new int[256];
    private long last;
    private int lastId = -1;

    /** Returns the number of a set, giving it one when it is new. */
    int id(long mask) {
        if (lastId >= 0 && mask == last) {
            return lastId;
        }
        int slot = slot(mask);
        if (slots[slot] == 0) {
            add(mask);
            slot = slot(mask);
        }
        last = mask;
        lastId = slots[slot] - 1;
        return lastId;
    }

    /** Returns the sets by their numbers. */
    long[] masks() {
        return Arrays.copyOf(masks, count);
    }

    private int slot(long mask) {
        int slot = (int) ((mask * 0x9E3779B97F4A7C15L) >>> 40) & (slots.length - 1); // spread by the golden ratio
        while (slots[slot] != 0 && masks[slots[slot] - 1] != mask) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void add(long mask) {
        if (count == masks.length) {
            masks = Arrays.copyOf(masks, count * 2);
        }
        masks[count++] = mask;
        if (count * 2 > slots.length) {
            slots = new int[slots.length * 2];
            for (int i = 0; i < count; i++) {
                slots[slot(masks[i])] = i + 1;
            }
        } else {
            slots[slot(mask)] = count;
        }
    }
}
