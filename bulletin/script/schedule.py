"""The schedule: which form a station's bulletin has at an air time, and when its next one is."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from .. import timing
from ..errors import StationError, TemplateError
from ..station import Scheduled, Station
from . import templates


def next_slot(station: Station, after: datetime) -> datetime:
    """The station's next slot that is later than `after`, in its own zone: on its clock, or a row's."""
    return timing.next_slot(after, station.zone, station.every_minutes, station.schedule)


def station_at(station: Station, at: datetime) -> Station:
    """The station as its schedule has it at the air time `at`: template, length and voice of the first row that matches.

    The length is the row's, else what the template usually has, else the station's; a row's voice reads all of the
    bulletin.  Raises StationError, which names the row, where there is no such template.
    """
    row = timing.form(station.schedule, at.astimezone(station.zone))
    if row is None:
        return station
    length = row.length or _usual(row, station) or station.length
    laid = replace(station, template=row.template, length=length)
    return replace(laid, voice=row.voice, second_voice="") if row.voice else laid


def check_schedule(station: Station) -> None:
    """Raises StationError for the first row of the schedule that names a template that is not there."""
    for row in station.schedule:
        _usual(row, station)


def rows_of(template: str, station: Station) -> tuple[str, ...]:
    """When the schedule uses a template, as one would say it: "mon-fri at 07:00, 13:00", "every hour at :30"."""
    return tuple(_said(row) for row in station.schedule if row.template == template)


def _usual(row: Scheduled, station: Station) -> str:
    try:
        return templates.about(row.template, station).length
    except TemplateError as error:
        number = next(n for n, one in enumerate(station.schedule, 1) if one is row)
        raise StationError(f"[[schedule]] row {number} ({row.template}, {_said(row)}): {error}") from error


def _said(row: Scheduled) -> str:
    on = [n for n, day in enumerate(timing.DAYS) if day in row.days]
    run = len(on) > 2 and on == list(range(on[0], on[-1] + 1))
    days = f"{timing.DAYS[on[0]]}-{timing.DAYS[on[-1]]}" if run else ", ".join(timing.DAYS[n] for n in on)
    when = ", ".join(f"{hour:02}:{row.minute:02}" for hour in row.hours) if row.hours else f":{row.minute:02}"
    every = "" if row.hours else "every hour "
    return f"{every}at {when}" if len(on) == len(timing.DAYS) else f"{days or 'no day'} {every}at {when}"
