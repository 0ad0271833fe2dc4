"""The errors that a person can do something about, and the exit code that each one gives.

    BulletinError             1  something went wrong that has no class of its own
    ├── UsageError            2  the command line asks for what cannot be (Typer's own usage errors are 2 too)
    ├── StationError          3  station.toml: an unknown key, a wrong type, a bad value
    ├── SourceError           4  an article cannot be read, or there is no article in it
    │   └── NoNews            4  nothing at all is left to make a bulletin from
    ├── TemplateError         5  a script template is wrong: names file and line
    ├── ScriptError           6  a script file cannot be read back: names file and line
    ├── VoiceError            7  an engine is missing, failed, or gave no sound
    │   └── VoiceUnavailable  7  ... and may well work later (time-out, 429, 5xx): worth a retry
    ├── StudioError           8  a sound file is missing or is no sound, or the mix is silent
    ├── PublishError          9  the result cannot be written: disk full, no permission
    ├── CopyErrors           10  `bulletin check` found what must not go on air (with --strict: any warning)
    ├── PlaylogError         11  the playlog cannot be opened, read or written, or a bulletin is not ours to write
    └── TargetError          12  a target will not take a bulletin: wrong key, wrong settings, a lie
        └── TargetUnavailable 12 ... and may well take it later (time-out, 429, 5xx): worth a retry

Ctrl-C gives 130.  A message says what happened, to what, and what to do, in one line.
"""


class BulletinError(Exception):
    """Something a person can act on; the command line prints it in one line and exits with `exit_code`."""

    exit_code = 1


class UsageError(BulletinError):
    """The command line asks for something that cannot be."""

    exit_code = 2


class StationError(BulletinError):
    """The station file is wrong."""

    exit_code = 3


class SourceError(BulletinError):
    """An article cannot be read, or there is no article in what was read."""

    exit_code = 4


class NoNews(SourceError):
    """Nothing is left to make a bulletin from."""


class TemplateError(BulletinError):
    """A script template is wrong."""

    exit_code = 5


class ScriptError(BulletinError):
    """A script file cannot be read back."""

    exit_code = 6


class VoiceError(BulletinError):
    """An engine is missing, failed, or gave no sound."""

    exit_code = 7


class VoiceUnavailable(VoiceError):
    """The engine cannot answer now but may do so later; `retry_after` is in seconds, None when it did not say."""

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class StudioError(BulletinError):
    """A sound is missing or is no sound, or the mix is silent."""

    exit_code = 8


class PublishError(BulletinError):
    """The result cannot be written where it should go."""

    exit_code = 9


class CopyErrors(BulletinError):
    """A check of the copy found what must not go on air."""

    exit_code = 10


class PlaylogError(BulletinError):
    """The playlog cannot be opened, read or written; or a bulletin was taken over by another process."""

    exit_code = 11


class TargetError(BulletinError):
    """A target will not take a bulletin, or does not have what it said it took."""

    exit_code = 12


class TargetUnavailable(TargetError):
    """The target cannot answer now but may do so later; `retry_after` is in seconds, None when it did not say."""

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after
