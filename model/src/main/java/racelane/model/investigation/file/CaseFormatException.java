package racelane.model.investigation.file;

/** Says that a line with a right checksum does not hold what its kind asks for. */
final class CaseFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    CaseFormatException(String message) {
        super(message);
    }
}
