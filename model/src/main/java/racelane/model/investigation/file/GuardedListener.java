package racelane.model.investigation.file;

import java.util.List;
import racelane.model.investigation.EditRecord;

/** Keeps a listener that throws from stopping the writer: edits matter more than news of them. */
record GuardedListener(FileListener to) implements FileListener {
    private static final System.Logger LOG = System.getLogger(GuardedListener.class.getName());

    @Override
    public void durable(long edits) {
        guard(() -> to.durable(edits));
    }

    @Override
    public void failed(String message, long waiting) {
        guard(() -> to.failed(message, waiting));
    }

    @Override
    public void foreign(List<EditRecord> records) {
        guard(() -> to.foreign(records));
    }

    @Override
    public void damaged(String message) {
        guard(() -> to.damaged(message));
    }

    private static void guard(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a listener of a case file failed", e);
        }
    }
}
