"""Start of the program, from source, installed or frozen."""

from multiprocessing import freeze_support


def main() -> None:
    """Runs the program and exits with its code."""
    freeze_support()
    from annotator.entry import run  # lazy: nothing may load before freeze_support

    raise SystemExit(run())


if __name__ == "__main__":
    main()
