"""Header noise: what is recognised, what of it stays open to annotation, and that running text is left alone."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.header import annotatable_in, find_regions, meta_of, noise_of, title_of

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"
BODY = (
    "\n\nHet leger heeft dinsdag het dorp ingenomen na dagen van hevige gevechten, zegt een woordvoerder. "
    "Volgens hem zijn er zeker tien strijders gedood en zijn de overige vertrokken naar het oosten.\n\n"
    "De bewoners waren eerder al gevlucht. Zij kunnen voorlopig niet terug, omdat er nog mijnen liggen.\n"
)


def kinds(text: str) -> list[tuple[str, str, str]]:
    return [(region.kind, text[region.start : region.end], region.value) for region in find_regions(text)]


def open_pieces(text: str) -> list[tuple[str, str]]:
    return [
        (text[start:end], label) for region in find_regions(text) for start, end, label in annotatable_in(region, text)
    ]


def noise(text: str) -> list[str]:
    return [text[start:end] for start, end in noise_of(text, find_regions(text))]


def meta(text: str) -> dict[str, object]:
    found = meta_of(find_regions(text))
    found.pop("header", None)
    return found


SEEDS: dict[str, tuple[dict[str, str], list[str], list[tuple[str, str]]]] = {
    "000": ({"date": "2017-09"}, ["date 2017-09"], []),
    "001": (
        {"date": "2017-11", "source": "Belga, AFP"},
        ["date 2017-11", "HA", "Bron:", "4"],
        [("Belga", "ORG"), ("AFP", "ORG")],
    ),
    "002": (
        {"date": "2018-05-21", "time": "17:14", "source": "ANP, Belga"},
        ["IVI", "SI", "Bron:", ",", "8"],
        [("21 mei 2018", "DATE"), ("17u14", "TIME"), ("ANP", "ORG"), ("Belga", "ORG")],
    ),
    "003": (
        {"date": "2017-01-19", "time": "06:21", "author": "Ghassan Dahhan"},
        ["date 2017-01", "Door:", "−", ",", "©", "."],
        [("Ghassan Dahhan", "PERSON"), ("19/01/17", "DATE"), ("06:21", "TIME"), ("anp", "ORG")],
    ),
    "004": (
        {"date": "2019-02-16", "time": "12:19", "source": "Reuters"},
        ["date 2019-02", "TT", "Bron:", "3"],
        [("16 februari 2019", "DATE"), ("12u19", "TIME"), ("Reuters", "ORG")],
    ),
}
TITLES = {"000": "IS hield", "001": "IS krijgt", "002": "IS-strijders", "003": "Opnieuw dreigt", "004": "“Laatste"}
TITLE_ENDS = {"000": "bezet.", "001": "Irak", "002": "controleren", "003": "Syrië.", "004": "aangekondigd”"}


@pytest.mark.parametrize("number", sorted(SEEDS))
def test_the_five_articles_the_program_was_made_for(number: str) -> None:
    paths = sorted((SHARED / "seeds").glob(f"{number}_*.txt"))
    if not paths:
        pytest.skip("the shared articles are not here")
    text = paths[0].read_bytes().decode("utf-8")
    expected_meta, expected_noise, expected_pieces = SEEDS[number]
    assert meta(text) == expected_meta
    assert noise(text) == expected_noise
    assert open_pieces(text) == expected_pieces
    title = title_of(text, find_regions(text))
    assert title.startswith(TITLES[number])
    assert title.endswith(TITLE_ENDS[number])


@pytest.mark.parametrize("path", sorted((ROOT / "seeds" / "gold").glob("*.jsonl")), ids=lambda path: path.stem)
def test_what_stays_open_in_a_header_is_what_the_gold_labels_there(path: Path) -> None:
    value = json.loads(path.read_text(encoding="utf-8"))
    text = value["text"]
    regions = find_regions(text)
    found = {piece for region in regions for piece in annotatable_in(region, text)}
    gold = {
        (*span["fragments"][0], span["label"])
        for span in value["spans"]
        if any(region.start <= span["fragments"][0][0] < region.end for region in regions)
    }
    assert found == gold
    assert title_of(text, regions)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Door: Anna de Wit − 23/04/15, 07:32", {"author": "Anna de Wit", "date": "2015-04-23", "time": "07:32"}),
        ("Door: Anna de Wit – 19/01/2017, 06:21", {"author": "Anna de Wit", "date": "2017-01-19", "time": "06:21"}),
        ("Door: Anna de Wit - 9-1-2017 6:21", {"author": "Anna de Wit", "date": "2017-01-09", "time": "06:21"}),
        ("Door Anna de Wit", {"author": "Anna de Wit"}),
        ("Door: Anna de Wit, Gao", {"author": "Anna de Wit"}),
        ("Van onze correspondent Anna de Wit", {"author": "Anna de Wit"}),
        ("Door: Bakker, Anna de Wit", {"author": "Bakker, Anna de Wit"}),
        ("Door onze verslaggeefster ter plaatse Anna de Wit", {"author": "Anna de Wit"}),
        ("9 mei 2016 - 09.15 uur - Bron: ANP", {"date": "2016-05-09", "time": "09:15", "source": "ANP"}),
        ("09/05/2016 - 17.32 - Belga, VRT NWS", {"date": "2016-05-09", "time": "17:32", "source": "Belga, VRT NWS"}),
        ("Belga/AFP – 9/5/2016 om 17u32", {"date": "2016-05-09", "time": "17:32", "source": "Belga, AFP"}),
        ("ANP 9 mei 2016 09.15 uur", {"date": "2016-05-09", "time": "09:15", "source": "ANP"}),
        ("9 mei 2016 om 17u32 – Bijgewerkt op 10 mei 2016", {"date": "2016-05-09", "time": "17:32"}),
        ("Door: Anna de Wit, onze correspondente in Gao", {"author": "Anna de Wit"}),
        ("Door Anna de Wit, verslaggever buitenland", {"author": "Anna de Wit"}),
        ("maandag 9 mei 2016, pagina 14", {"date": "2016-05-09"}),
        ("Door: Anna de Wit en Bram Al-Khatib", {"author": "Anna de Wit, Bram Al-Khatib"}),
        ("Door: redactie", {"author": "redactie"}),
        ("Bron: ANP", {"source": "ANP"}),
        ("Bron: Reuters 3", {"source": "Reuters"}),
        ("Bron: BELGA, dpa 12", {"source": "BELGA, dpa"}),
        ("Bron: eigen berichtgeving", {"source": "eigen berichtgeving"}),
        ("Bron: Het Grote Dagblad, Kanaal Drie", {"source": "Het Grote Dagblad, Kanaal Drie"}),
        ("Bron: Kanaal Drie 5 Volgens het leger is het dorp gevallen.", {"source": "Kanaal Drie"}),
        ("Bron: Reuters 3 Reuters meldt dat het dorp is gevallen.", {"source": "Reuters"}),
        ("Bron: Belga 4 AFP 2 Bij het dorp wordt gevochten.", {"source": "Belga, AFP"}),
        ("21 mei 2018", {"date": "2018-05-21"}),
        ("ma 21 mei 2018, 17u14", {"date": "2018-05-21", "time": "17:14"}),
        ("Maandag 21 mei 2018 om 17.14 uur", {"date": "2018-05-21", "time": "17:14"}),
        ("Laatste update: 21/05/18 - 17:14", {"date": "2018-05-21", "time": "17:14"}),
        ("Gepubliceerd op 2018-05-21", {"date": "2018-05-21"}),
        ("17:14", {"time": "17:14"}),
        ("9 mei 2016 18u30 Bron: Belga 8 Een groep boeren is vertrokken.",
         {"date": "2016-05-09", "time": "18:30", "source": "Belga"}),
    ],
)  # fmt: skip
def test_header_lines_and_what_they_say(line: str, expected: dict[str, str]) -> None:
    assert meta(f"Het leger neemt het dorp in\n\n{line}{BODY}") == expected


@pytest.mark.parametrize(
    "line",
    [
        "Bron van het conflict is het water van de rivier.",
        "De bron: een kolonel die zijn naam verzwijgt.",
        "Bron: een officier, die zegt dat hij Belga heeft gebeld over de aanval in het dorp.",
        "Door Rusland gesteunde troepen rukken op naar de stad.",
        "Door de aanval vielen er drie doden",
        "Op 21 mei 2018 viel het dorp.",
        "21 mei 2018 was de dag waarop het dorp viel",
        "Van onze correspondent kwam geen bericht.",
        "3.15",
        "17.32 - Belga meldt dat het dorp viel.",
        "Belga – 9 mei 2016 was een zwarte dag.",
        "9 mei 2016 – Bijgewerkte cijfers tonen drie doden.",
        "Om 17u14 klonk een knal.",
        "31 februari 2018",
        "25u90",
        "De strijders vertrokken naar het gebied van de SDF",
    ],
)
def test_running_text_is_no_header(line: str) -> None:
    assert kinds(f"Het leger neemt het dorp in\n\n{line}{BODY}") == []


@pytest.mark.parametrize(
    "line",
    [
        "Home > Nieuws > Buitenland",
        "Home › Buitenland › Leger neemt dorp in",
        "nieuws » wereld",
        "Home | Nieuws | Midden-Oosten",
        "Delen",
        "Deel dit artikel",
        "Deel via Facebook, Twitter of WhatsApp",
        "Facebook | X | E-mail | Kopieer link",
        "Luister naar dit artikel",
        "Advertentie",
        "DELEN  \r",
        "Regio · Sport · 112 · Weer",
        "Buitenland  Binnenland  Sport",
    ],
)
def test_what_a_page_puts_around_an_article_is_noise(line: str) -> None:
    for text in (f"{line}\n\nHet leger neemt het dorp in{BODY}", f"Het leger neemt het dorp in\n{line}{BODY}"):
        regions = find_regions(text)
        assert kinds(text) == [("navigation", line.strip(), "")]
        assert noise(text) == [line.strip()]
        assert title_of(text, regions) == "Het leger neemt het dorp in"


@pytest.mark.parametrize(
    "line",
    [
        "Home gaat niet meer terug naar het front",
        "Verkoop > aankoop, zegt de bank",
        "Nieuws | Het leger neemt na weken van gevechten het dorp in.",
        "Deel van de stad is weer in handen van het leger",
        "Delen van de stad liggen plat",
        "Facebook blokkeert berichten over de aanval",
        "Sport - en weer heeft de club geen veld",
        "Video - live beelden van de brug",
    ],
)
def test_headlines_that_begin_like_navigation_are_none(line: str) -> None:
    assert kinds(f"{line}{BODY}") == []


def test_a_row_of_sections_ends_at_a_date() -> None:
    assert [kind for kind, _, _ in kinds(f"Buitenland · Lezersvragen · 14-11-1992 · deel{BODY}")] == [
        "navigation", "date_line", "navigation",
    ]  # fmt: skip


def test_header_pieces_below_the_header_are_text() -> None:
    text = f"Het leger neemt het dorp in{BODY}\n\nBron: Belga\n\n21 mei 2018\n\n© ANP.\n"
    assert kinds(text) == []
    assert kinds("Kop van het stuk\n" + "kort\n" * 9 + "Bron: Belga\n") == []
    assert kinds("Kop van het stuk\n\n" + "woord " * 300 + "\nBron: Belga\n") == []


@pytest.mark.parametrize(
    ("headline", "codes"),
    [
        ("Leger neemt dorp in HA", ["HA"]),
        ("Leger verovert dorp bij grens IVI SI", ["IVI", "SI"]),
        ("Leger verovert dorp bij grens KVE ADN JH", ["KVE", "ADN", "JH"]),
        ("“Dorp valt binnen enkele dagen” TT", ["TT"]),
        ("Strijders van IS verlaten dorp bij VS HA", ["HA"]),
        ("Dorp in handen van IS", []),
        ("Akkoord tussen de EU en de VS", []),
        ("Leger valt het dorp aan met steun van ZZT", []),
        ("LEGER NEEMT DORP IN HA", []),
        ("Leger steunt SDF", []),
        ("Bewoners stemmen voor plan B", []),
        ("Paus Johannes Paulus II", []),
        ("Aanval HA", []),
        ("Leger neemt dorp in ABCDE", []),
    ],
)
def test_codes_behind_a_headline(headline: str, codes: list[str]) -> None:
    text = headline + BODY + BODY
    assert [covered for kind, covered, _ in kinds(text) if kind == "code"] == codes
    title = title_of(text, find_regions(text))
    assert title == headline[: headline.rindex(codes[0])].strip() if codes else title == headline


def test_a_code_that_comes_back_in_the_article_is_a_name() -> None:
    assert kinds(f"Leger belegert kazerne XYZ{BODY}") == [("code", "XYZ", "XYZ")]
    assert kinds(f"Leger belegert kazerne XYZ{BODY}De XYZ-strijders geven niet op.") == []


def test_a_headline_that_is_the_whole_text_keeps_its_last_word() -> None:
    assert kinds("Leger belegert kazerne XYZ") == []


def test_a_caption_is_no_title_unless_there_is_nothing_else() -> None:
    line = " date 2017-01 Door: Anna de Wit\n\n© Reuters. Vissers dragen netten naar de haven.\n\n"
    text = line + "Het dorp is gevallen. Dat meldt het leger."
    assert title_of(text, find_regions(text)) == "Het dorp is gevallen."
    assert title_of(line, find_regions(line)) == "Vissers dragen netten naar de haven."


def test_a_title_does_not_begin_with_the_dash_behind_a_date() -> None:
    text = f"9 mei 2016 Bron: Belga – Het leger neemt het dorp in{BODY}"
    assert title_of(text, find_regions(text)) == "Het leger neemt het dorp in"


def test_titles_are_cut_at_a_word() -> None:
    text = "Een " + "heel " * 60 + "lange kop\n\nTekst."
    title = title_of(text, ())
    assert len(title) <= 120
    assert title.endswith("heel…")
    assert title_of(" \n\n", ()) == ""
    assert len(title_of("x" * 500, ())) == 120


def test_the_most_precise_date_wins_and_all_regions_are_listed() -> None:
    text = f" date 2018-05 Leger neemt dorp in HA\n\n21 mei 2018{BODY}"
    found = meta_of(find_regions(text))
    assert found["date"] == "2018-05-21"
    assert found["header"] == [
        ["date_prefix", 1, 13, "2018-05"],
        ["code", 34, 36, "HA"],
        ["date_line", 38, 49, "2018-05-21"],
    ]


def test_bylines_by_agencies_and_desks_name_no_person() -> None:
    assert open_pieces(f"Kop van het stuk\n\nDoor: ANP{BODY}") == [("ANP", "ORG")]
    assert open_pieces(f"Kop van het stuk\n\nDoor: redactie{BODY}") == []
    assert open_pieces(f"Kop van het stuk\n\nBron: eigen berichtgeving{BODY}") == []


def test_windows_line_ends_and_no_break_spaces() -> None:
    text = "\xa0date 2018-05 Leger neemt dorp in HA\r\n\r\nBron: Belga 4 AFP Het dorp viel.\r\n" + BODY
    assert [(kind, value) for kind, _, value in kinds(text)] == [
        ("date_prefix", "2018-05"),
        ("code", "HA"),
        ("source", "Belga, AFP"),
    ]


PARTS = st.sampled_from(
    ["Bron:", "Door:", "Door", " ", "\n", "\r\n", "Belga", "AFP", ",", "4", "21 mei 2018", "17u14", "©", "anp", ".",
     "HA", " date 2017-09 ", "Anna de Wit", "−", "23/04/15", "07:32", "dorp", "valt", "IS", "“", "”",
     "\xa0", "\t", "\U0001f600", "Home >", "Nieuws", "|", "Delen", "via", "Facebook"]
)  # fmt: skip


@given(st.one_of(st.lists(PARTS, max_size=30).map(" ".join), st.lists(PARTS, max_size=40).map("".join), st.text()))
def test_regions_are_apart_tight_and_divided_into_noise_and_pieces(text: str) -> None:
    regions = find_regions(text)
    position = 0
    for region in regions:
        assert position <= region.start < region.end <= len(text)
        assert text[region.start : region.end].strip() == text[region.start : region.end]
        assert "\n" not in text[region.start : region.end]
        position = region.end
        inner = region.start
        for start, end, label in annotatable_in(region, text):
            assert inner <= start < end <= region.end
            assert label in {"ORG", "PERSON", "DATE", "TIME"}
            inner = end
    marked = {p for start, end in noise_of(text, regions) for p in range(start, end)}
    free = {p for region in regions for a, b, _ in annotatable_in(region, text) for p in range(a, b)}
    assert not marked & free
    for region in regions:
        left = set(range(region.start, region.end)) - marked - free
        assert all(text[p].isspace() for p in left)
    assert len(title_of(text, regions)) <= 120
    json.dumps(meta_of(regions))


@pytest.mark.parametrize(
    "piece", [" ", "Door: ", "Bron: ", "© a ", "a, ", "21 mei 2018 ", "HA ", "Belga, ", "A", "(", "\xa0", "Jan van ",
     "Home > ", "Delen via ", "Deel dit "]
)  # fmt: skip
@pytest.mark.parametrize("head", ["", "Door: ", "Bron: ", "©", "Kop van het stuk "])
def test_time_is_linear_even_on_hostile_text(head: str, piece: str) -> None:
    def cost(characters: int) -> float:
        text = head + piece * (characters // len(piece))
        began = time.process_time()
        title_of(text, find_regions(text))
        return time.process_time() - began

    # Sixteen times the text: linear is 16 times the time, quadratic 256. Processor time, best of two, with a floor
    # under which nothing can be told.
    short, long = (max(0.005, min(cost(size), cost(size))) for size in (20_000, 320_000))
    assert long < 80 * short


def test_a_credit_ends_with_its_line() -> None:
    assert not find_regions("© \n Belga")
    assert find_regions("© Belga")


def test_the_prefix_of_an_export_is_one_below_the_way_to_the_article_too() -> None:
    text = "Home > Buitenland > Afrika\n date 2023-04 Khartoem: overal lijken HA\n\nIn Soedan vallen doden."
    regions = find_regions(text)
    assert [one.kind for one in regions] == ["navigation", "date_prefix", "code"]
    assert title_of(text, regions) == "Khartoem: overal lijken"
    assert meta_of(regions)["date"] == "2023-04"
    told = "Delen\nDe gevechten.\ndate 2023-04 Khartoem"
    assert "date_prefix" not in [one.kind for one in find_regions(told)]
