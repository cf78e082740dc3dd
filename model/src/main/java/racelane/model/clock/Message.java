package racelane.model.clock;

/**
 * A message that one source tells to have been sent and another to have been received: whatever their clocks say, it was sent first.
 *
 * @param sender index of the source that sent it
 * @param sent when it was sent at the earliest, ns since the epoch by the sender's clock
 * @param receiver index of the source that received it
 * @param received when it had been received at the latest, ns since the epoch by the receiver's clock
 */
public record Message(int sender, long sent, int receiver, long received) {}
