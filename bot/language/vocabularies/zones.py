"""Zones as people call them: abbreviations, places and names that the locale data lacks."""

from collections.abc import Mapping
from typing import Final

NAMES_OF_ZONES: Final[Mapping[str, str]] = {
    "America/New_York": "et est edt eastern",
    "America/Chicago": "ct cst cdt central",
    "America/Denver": "mt mst mdt mountain",
    "America/Los_Angeles": "pt pst pdt pacific",
    "America/Anchorage": "akst akdt alaska",
    "Pacific/Honolulu": "hst hawaii",
    "America/Halifax": "ast adt atlantic",
    "America/St_Johns": "nst ndt newfoundland",
    "America/Sao_Paulo": "brt brst brasilia",
    "America/Mexico_City": "cdmx ciudad-de-mexico mexico",
    "UTC": "utc gmt z zulu",
    "Europe/London": "bst uk british londres",
    "Europe/Berlin": "cet cest mez mesz german germany",
    "Europe/Paris": "french france",
    "Europe/Athens": "eet eest",
    "Europe/Lisbon": "wet west lisboa",
    "Europe/Moscow": "msk",
    "Europe/Madrid": "peninsular",
    "Asia/Kolkata": "ist india indian mumbai delhi bangalore",
    "Asia/Tokyo": "jst japan tokio toquio 日本時間 日本",
    "Asia/Seoul": "kst 韓国",
    "Asia/Singapore": "sgt",
    "Asia/Hong_Kong": "hkt",
    "Asia/Dubai": "gst",
    "Asia/Karachi": "pkt",
    "Asia/Kathmandu": "npt",
    "Asia/Manila": "pht",
    "Asia/Jakarta": "wib",
    "Australia/Sydney": "aest aedt aet",
    "Australia/Adelaide": "acst acdt",
    "Australia/Perth": "awst",
    "Pacific/Auckland": "nzst nzdt nzt",
    "Africa/Johannesburg": "sast",
    "Africa/Nairobi": "eat",
    "Africa/Lagos": "wat",
}
"""Abbreviations and short names, in small letters."""
PLACES_IN_ZONES: Final[Mapping[str, str]] = {
    "America/New_York": "米国東部,アメリカ東部,東部,nyc,new-york-city,boston,washington,washington-dc,dc,philadelphia,atlanta,miami,east-coast",
    "America/Chicago": "dallas,houston,austin,minneapolis",
    "America/Phoenix": "arizona",
    "America/Los_Angeles": "米国太平洋,アメリカ太平洋,太平洋,サンフランシスコ,シアトル,sf,san-francisco,bay-area,seattle,san-diego,portland,west-coast",
    "America/Toronto": "montreal,ottawa",
    "America/Sao_Paulo": "rio,rio-de-janeiro",
    "Europe/Berlin": "munich,munchen,hamburg,frankfurt,cologne,koln,中央ヨーロッパ,central-european",
    "Europe/Athens": "eastern-european",
    "Europe/Lisbon": "western-european",
    "Europe/London": "英国,edinburgh,manchester",
    "Europe/Madrid": "barcelona,valencia",
    "Europe/Rome": "milan",
    "Europe/Zurich": "geneva",
    "Asia/Kolkata": "bengaluru,hyderabad,chennai,pune",
    "Asia/Shanghai": "beijing,shenzhen,china",
    "Asia/Tokyo": "日本,東京,osaka,kyoto",
    "Asia/Jerusalem": "tel-aviv,israel",
    "Asia/Dubai": "abu-dhabi",
    "Africa/Johannesburg": "cape-town",
    "Australia/Sydney": "australian-eastern",
    "UTC": "greenwich-mean,coordinated-universal,universal",
}
"""Places and long names that no zone's own name has."""
AMBIGUOUS_ZONES: Final = frozenset({"ist", "cst"})
"""Abbreviations of two zones: the person's own decides."""
MEANS_SUMMER: Final[Mapping[str, bool]] = {
    "est": False, "cst": False, "mst": False, "pst": False, "edt": True, "cdt": True, "mdt": True, "pdt": True,
    "cet": False, "cest": True, "mez": False, "mesz": True, "bst": True,
    "aest": False, "aedt": True, "nzst": False, "nzdt": True,
}  # fmt: skip
"""Tell whether an abbreviation means summer time: it decides in the hour that comes twice."""
WORDS_AS_WELL: Final = frozenset({"eat", "wet", "west"})
"""Abbreviations that are words as well: they count in capitals only."""
WORDS_AS_WELL_ABROAD: Final = frozenset({"et", "est", "pt", "mt", "ct", "mst"})
"""The same for people who live elsewhere than in America."""
ONLY_WITH_TIME: Final = frozenset(
    "alaska atlantic bangalore brasilia british delhi france french german germany hawaii india indian japan lisboa londres mexico mumbai newfoundland peninsular tokio toquio uk".split()  # noqa: SIM905
)
"""Names that are zones only with "time" behind them."""
