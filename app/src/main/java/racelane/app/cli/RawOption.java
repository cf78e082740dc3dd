package racelane.app.cli;

/** Lets a script give the same options to every command: what these commands print is for whoever has the files, and never redacted. */
final class RawOption extends OptionGroup {
    RawOption() {
        flag("--raw --no-redact", "Taken for the sake of scripts: what this command prints is never redacted.");
    }
}
