package racelane.app.cli;

import picocli.CommandLine.Option;

/** Lets a script give the same options to every command: what these commands print is for whoever has the files, and never redacted. */
final class RawOption {
    @Option(
            names = {"--raw", "--no-redact"},
            description = "Taken for the sake of scripts: what this command prints is never redacted.")
    @SuppressWarnings("UnusedVariable") // nothing to be switched off
    private boolean raw;
}
