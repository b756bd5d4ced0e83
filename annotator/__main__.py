"""Start of the program, from source, installed or frozen."""

import sys


def main() -> None:
    """Runs the program and exits with its code."""
    if getattr(sys, "frozen", False):
        from multiprocessing import freeze_support  # lazy: only a frozen program is started anew by itself

        freeze_support()
    try:
        from annotator.entry import run  # lazy: nothing may load before freeze_support

        code = run()
    except KeyboardInterrupt:  # while parts were still being loaded; a command ends by itself
        code = 130
    raise SystemExit(code)


if __name__ == "__main__":
    main()
