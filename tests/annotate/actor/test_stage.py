"""Mentions of actors in single sentences: every one with its country (``---``: none) and its sectors.

Nested marks on the same words are several actors of one noun; a sentence without marks has none. References are the
matter of ``test_reference.py``.
"""

from __future__ import annotations

import pytest

from marked import read_marks

CASES = [
    '<a c=FRA s="GOV">French Foreign Minister Jean-Yves Le Drian</a> arrived in Beirut.',
    'The <a c=GHA s="GOV MED">Ministry of Health of Ghana</a> issued a warning.',
    """<a c=NOR s="GOV">Norway's central bank</a> raised rates.""",
    '<a c=RUS s="GOV">Moscow</a> expelled <a c=NLD s="GOV">three Dutch diplomats</a>.',
    'The <a c=RUS s="GOV">Kremlin</a> denied it.',
    'The <a c=USA s="GOV">State Department</a> condemned the raid.',
    '<a c=RUS s="GOV">Lavrov</a> spoke to <a c=USA s="GOV">Blinken</a>.',
    '<a c=SYR s="MIL"><a c=TUR s="MIL">Turkish and Syrian troops</a></a> exchanged fire.',
    'A <a c=PER s="GOV">Peruvian delegation</a> flew to Quito.',
    '<a c=NGA s="REB">Boko Haram gunmen</a> attacked a market.',
    '<a c=--- s="UAF">Kurdish fighters</a> seized the bridge.',
    'The <a c=--- s="IGO">European Union</a> imposed sanctions on <a c=BLR>Belarus</a>.',
    'The <a c=--- s="IGO JUD">International Court of Justice</a> heard the case.',
    '<a c=--- s="NGO SOC">Amnesty International</a> criticised <a c=BHR>Bahrain</a>.',
    '<a c=PRK s="GOV JRN">KCNA</a> said the launch was a success.',
    '<a c=SDN s="CVL OPP">Thousands of Sudanese protesters</a> marched in Khartoum.',
    '<a c=KEN s="COP">Police in Nairobi</a> fired tear gas.',
    'The <a c=--- s="CVL">villagers</a> fled.',
    "<a c=RUS>Two Russians</a> were arrested in Prague.",
    "The weather was fine on Monday.",
    '<a c=COL s="GOV">Colombian President Ivan Duque</a> met <a c=VAT s="GOV">Pope Francis</a>.',
    '<a c=BRA s="ELI">Former Brazilian president Dilma Rousseff</a> spoke.',
    'A <a c=USA s="ELI">former CIA director</a> was questioned.',
    '<a c=GHA s="LEG">Kwame Osei, a member</a> of the <a c=GHA s="LEG">Ghanaian parliament</a>, resigned.',
    """<a c=ETH s="GOV">Ethiopia's prime minister, Abiy Ahmed</a>, won the prize.""",
    'The <a c=--- s="IGO GOV">president of the European Council</a> called a summit.',
    '<a c=CHL s="LEG">Members of the Chilean parliament</a> walked out.',
    'The <a c=AFG s="MIL">Afghan army</a> and <a c=AFG s="COP">police</a> retook the town.',
    '<a c=LBN s="REB">Hezbollah leader Hassan Nasrallah</a> gave a speech.',
    'The <a c=ZAF s="PTY">African National Congress</a> expelled him.',
    '<a c=CHN s="GOV JRN">Xinhua</a> quoted a <a c=CHN s="GOV">spokesman</a>.',
    "<a c=ISR>Israeli</a> airstrikes hit the port.",
    '<a c=IND s="AGR">Farmers</a> blocked roads across <a c=IND>India</a>.',
    """<a c=IRN s="MIL">Iran's Revolutionary Guards</a> seized a tanker.""",
    'The <a c=--- s="IGO">United Nations Security Council</a> met on Tuesday.',
    '<a c=--- s="IGO MIL">NATO troops</a> left the base.',
    '<a c=USA s="LEG">Senator Lindsey Graham</a> opposed the bill.',
    'An <a c=--- s="CVL">indigenous leader</a> was killed.',
    '<a c=MEX s="CRM">Mexican drug cartels</a> fought over the city.',
    'The <a c=KEN s="JUD">Supreme Court of Kenya</a> annulled the vote.',
    """<a c=KOR s="GOV">South Korea's Unification Ministry</a> welcomed the offer.""",
    "The <a c=COD>Democratic Republic of the Congo</a> closed the crossing.",
    '<a c=TWN s="GOV">Republic of China officials</a> protested.',
    '<a c=SOM s="REB">Somalia-based militants</a> claimed the attack.',
    '<a c=USA s="GOV">Secretary of State Antony Blinken</a> visited <a c=LVA s="GOV">Riga</a>.',
    '<a c=CHN s="GOV">Chinese Ambassador to Kenya Zhou Pingjian</a> praised the plan.',
    '<a c=--- s="MIL">Lieutenant General Pavel Orlov</a> commanded the <a c=--- s="MIL">brigade</a>.',
    '<a c=POL s="JRN">Journalists from Poland</a> were detained in Minsk.',
    'The <a c=BOL s="GOV">Bolivian government</a> and <a c=BOL s="OPP">opposition</a> agreed to talk.',
    "<a c=CYP>Greek Cypriots</a> voted against the plan.",
    '<a c=CHN s="BUS">Huawei</a> sued the <a c=SWE s="GOV">government of Sweden</a>.',
    '<a c=USA s="EDU">Harvard students</a> staged a sit-in.',
    '<a c=UKR s="AGR">Ukrainian farmers</a> sowed wheat.',
    '<a c=MMR s="REF">Rohingya refugees</a> crossed into <a c=BGD>Bangladesh</a>.',
    'The <a c=NGA s="MIL">Nigerian Air Force</a> bombed a camp.',
    'A <a c=USA s="MIL">US destroyer</a> sailed through the strait.',
    '<a c=IRQ s="REB">Islamic State militants</a> beheaded a <a c=HRV s="CVL">Croatian hostage</a>.',
    'The <a c=COL s="GOV">mayor of Bogota</a> resigned.',
    "<a c=--->Jordan Peele</a> directed a film.",
    "Us and them, he wrote.",
    'The <a c=USA s="GOV">governor of Texas</a> signed the law.',
    '<a c=GEO s="LEG">Georgian Dream lawmakers</a> passed the bill.',
    '<a c=RUS s="GOV">Vladimir Putin, the Russian president</a>, signed a decree.',
    'The <a c=RUS s="PRM">Wagner Group</a> withdrew from Bakhmut.',
    '<a c=CHN s="REL">Tibetan monks</a> protested in Lhasa.',
    '<a c=USA s="REB">US-backed rebels</a> entered Aleppo.',
    'The <a c=--- s="IGO">International Rubber Office</a> published figures.',
    '<a c=SRB s="CVL">Ethnic Albanians</a> demonstrated in <a c=SRB>Serbia</a>.',
    '<a c=SUN s="GOV">Soviet leader Mikhail Gorbachev</a> resigned.',
    '<a c=USA s="GOV"><a c=GBR s="GOV">British and American officials</a></a> met <a c=SAU s="GOV">Saudi '
    "Crown Prince Mohammed bin Salman</a>.",
    '<a c=USA s="GOV">Undersecretary of State Jane Tolland</a> wept.',
    """<a c=ISR s="GOV">Israel's deputy secretary of state</a> spoke.""",
    'The <a c=USA s="LEG">Senate majority leader</a> objected.',
    '<a c=--- s="BUS">Latin American coffee exporters</a> met in Paris.',
    "The <a c=UZB>Tajiks of Uzbekistan</a> voted.",
    "An <a c=AUS>Australian, Jon Tarrow</a>, was jailed in Manila.",
    'A <a c=--- s="GOV">delegation</a> of a <a c=--- s="IGO">World Alliance</a> of Cooks toured <a c=KEN>Kenya</a>.',
    "<a c=AUS>Jon Tarrow, a 28-year-old Australian</a>, fell ill in Manila.",
    '<a c=MEX s="GOV"><a c=BRA s="GOV"><a c=PAN s="GOV">Envoys from Brazil, Mexico and Panama</a></a></a> met.',
]


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_has_these_actors_and_no_others(actors_of, case):
    text, marks = read_marks(case)
    wanted = [(mark.start, mark.end, mark.get("c"), mark.get("s") or "") for mark in marks]
    found = [
        (actor.span.start, actor.span.end, actor.country or "---", " ".join(actor.sectors))
        for actor in actors_of(text)
        if actor.kind != "reference"
    ]
    assert sorted(found) == sorted(wanted)


def one(actors, words, text):
    """The actor on exactly these words."""
    start = text.index(words)
    return next(actor for actor in actors if actor.span == (start, start + len(words)))


def test_a_name_keeps_its_title_and_its_table_entry(actors_of):
    text = "Turkish Foreign Minister Mevlut Cavusoglu landed in Skopje."
    actor = one(actors_of(text), "Turkish Foreign Minister Mevlut Cavusoglu", text)
    assert (actor.name, actor.role, actor.kind) == ("Mevlut Cavusoglu", "Foreign Minister", "person")
    assert (actor.plover, actor.cameo, actor.entity) == ("TUR GOV", "TURGOV", "tur-mevlut-cavusoglu")


def test_news_media_are_jrn_in_plover_and_med_in_cameo(actors_of):
    text = "TASS reported the accident."
    actor = one(actors_of(text), "TASS", text)
    assert (actor.plover, actor.cameo) == ("RUS GOV JRN", "RUSGOVMED")


@pytest.mark.parametrize(
    ("published", "sectors"),
    [("2015-06-01", ("GOV",)), ("2022-06-01", ("ELI",)), ("1995-06-01", ())],
)
def test_an_office_holder_is_what_he_is_on_the_day_of_the_report(actors_of, published, sectors):
    text = "David Cameron gave a speech."
    assert one(actors_of(text, published), "David Cameron", text).sectors == sectors


@pytest.mark.parametrize(("published", "country"), [("1985-03-01", "SUN"), ("2020-03-01", "RUS")])
def test_a_capital_stands_for_the_state_of_its_time(actors_of, published, country):
    text = "Moscow rejected the plan."
    assert one(actors_of(text, published), "Moscow", text).country == country


def test_an_acronym_in_brackets_stands_for_the_name_from_there_on(actors_of):
    text = "The Chilean Glacier Party (CGP) objected. The CGP walked out."
    actors = actors_of(text)
    assert [(actor.country, actor.sectors) for actor in actors] == [("CHL", ("PTY",))] * 2
    assert actors[1].refers == 0


def test_the_country_of_the_report_stands_in_where_a_sentence_names_none(actors_of):
    text = "Uganda votes today. Police closed two stations. The electoral commission promised results by Friday."
    assert {actor.country for actor in actors_of(text)} == {"UGA"}


def test_countries_of_equal_weight_leave_an_unmarked_actor_without_one(actors_of):
    text = "Chile, Peru and Brazil sent planes. An army spokesman declined to comment."
    assert [actor.country for actor in actors_of(text) if "MIL" in actor.sectors] == [None]


def test_a_text_in_small_letters_is_read_as_well(actors_of):
    text = "salvadoran guerrillas killed two soldiers near the capital, the defense minister said."
    found = {actor.span.of(text): (actor.country, actor.sectors) for actor in actors_of(text, None)}
    assert found["salvadoran guerrillas"] == ("SLV", ("REB",))
    assert found["defense minister"] == ("SLV", ("GOV", "MIL"))


def test_a_report_without_words_has_no_actors(actors_of):
    assert actors_of("") == ()
    assert actors_of("  \n\n 12 % ... !!") == ()
