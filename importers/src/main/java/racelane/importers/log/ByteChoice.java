package racelane.importers.log;

/** A handful of bytes to test for. Immutable. */
final class ByteChoice {
    private final boolean[] members = new boolean[256];

    /** Creates the choice of the characters of {@code ascii}. */
    ByteChoice(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            members[ascii.charAt(i) & 0x7f] = true;
        }
    }

    /** Tells whether {@code b} is one of them. */
    boolean has(byte b) {
        return members[b & 0xff];
    }
}
