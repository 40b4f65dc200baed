"""References inside a report: pronouns, definite nouns, pairs, capitals.

A mark gives a word of the mention that is meant; nested marks are several antecedents. What is not marked must not be
resolved. The layer is judged by the share of texts in which every reference is right.
"""

from __future__ import annotations

from marked import read_marks

FLOOR = 0.85

CASES = [
    "Kenyan President William Ruto landed in Kampala. <ref of=Ruto>He</ref> met opposition leaders.",
    "Chancellor Olaf Scholz said <ref of=Scholz>he</ref> would visit Warsaw.",
    "Chancellor Angela Merkel met President Emmanuel Macron in Berlin. <ref of=Merkel>She</ref> praised the accord.",
    "Prime Minister Jacinda Ardern resigned on Thursday. <ref of=Ardern>Her</ref> party will vote next week.",
    "Turkish troops crossed the border. <ref of=troops>They</ref> seized two villages.",
    "The Chilean government rejected the offer, and <ref of=government>it</ref> recalled an envoy.",
    "A Brazilian delegation arrived in Luanda. <ref of=delegation>The delegation</ref> will stay for a week.",
    "An Iraqi minister was shot dead on Sunday. <ref of=minister>The minister</ref> had received threats.",
    "India and Pakistan exchanged fire. <ref of=India><ref of=Pakistan>Both countries</ref></ref> blamed the weather.",
    "India and Pakistan agreed to a truce. <ref of=India><ref of=Pakistan>They</ref></ref> will meet in May.",
    "Egypt recalled <ref of=Egypt>its</ref> ambassador from Turkey, and "
    "<ref of=Egypt><ref of=Turkey>the two countries</ref></ref> cut ties.",
    "South Korea fired warning shots. <ref of=Korea>Seoul</ref> said the boat had turned back.",
    "The Nigerian army raided a camp. <ref of=army>The army</ref> said ten men were held.",
    "Defence Minister Lloyd Austin met Israeli officials. <ref of=Austin>The minister</ref> then flew to Doha.",
    "Serbian police detained a journalist. <ref of=police>They</ref> searched a flat.",
    "Colombian rebels freed three soldiers. <ref of=rebels>The rebels</ref> had held the men since June.",
    "France sent aid to Mali. <ref of=France>It</ref> also promised helicopters.",
    "The African Union suspended Niger. <ref of=Union>It</ref> demanded elections.",
    "Foreign Minister Sergei Lavrov flew to Hanoi. Lavrov said <ref of=Lavrov>he</ref> was pleased.",
    "Hamas fired rockets at Ashkelon. <ref of=Hamas>The group</ref> said <ref of=Hamas>it</ref> would continue.",
    "President Joe Biden spoke to King Abdullah. "
    "<ref of=Biden>He</ref> thanked <ref of=Abdullah>him</ref> for the help.",
    '"<ref of=Blinken>We</ref> will not leave," Secretary of State Antony Blinken said.',
    '"<ref of=Modi>I</ref> am hopeful," Prime Minister Narendra Modi told reporters.',
    "Somali soldiers shot at a bus. <ref of=soldiers>The soldiers</ref> fled.",
    "Kurdish fighters left the town after <ref of=fighters>they</ref> lost twenty men.",
    "A Mexican judge ordered the arrest of two officers. <ref of=judge>The judge</ref> gave no reasons.",
    "Thousands of Georgian protesters marched. <ref of=protesters>They</ref> carried flags.",
    "Bolivian miners blocked a road. Police arrested four of <ref of=miners>them</ref>.",
    "Ethiopia and Eritrea signed an accord. "
    "<ref of=Ethiopia><ref of=Eritrea>The two sides</ref></ref> had fought for years.",
    "Japan protested to China. <ref of=Japan>Tokyo</ref> summoned the ambassador.",
    "Greek Prime Minister Kyriakos Mitsotakis met Turkish President Recep Tayyip Erdogan. "
    "<ref of=Mitsotakis><ref of=Erdogan>The two leaders</ref></ref> discussed migration.",
    "Polish President Andrzej Duda vetoed the bill. <ref of=Duda>The president</ref> called it unfair.",
    "The Sudanese government denied the report. <ref of=government>The government</ref> blamed smugglers.",
    "Spain expelled a diplomat, saying <ref of=Spain>it</ref> had proof.",
    "Rwandan troops left. Kigali said <ref of=Kigali>it</ref> had kept <ref of=Kigali>its</ref> word.",
    "Ukrainian President Volodymyr Zelensky visited Oslo. <ref of=Zelensky>His</ref> wife stayed in Kyiv.",
    "British Foreign Secretary Liz Truss flew to Moscow, where <ref of=Truss>she</ref> met Sergei Lavrov.",
    "The United Nations withdrew staff from Sudan. <ref of=Nations>It</ref> cited the fighting.",
    "Villagers in Haiti fled after gunmen attacked <ref of=Villagers>them</ref>.",
    "Jon Tarrow, a Dutch engineer, was charged in Kenya. <ref of=Tarrow>The accused</ref> denied it.",
    "Jon Tarrow, a Dutch engineer, killed a neighbour. Police killed <ref of=Tarrow>the gunman</ref>.",
    "The Chilean minister sent the following message to Oslo. <ref of=minister>I</ref> am sorry for the loss.",
    "The rain lasted for days. It was cold.",
    "It is time to talk, a diplomat wrote.",
    "A Peruvian court jailed two generals. "
    "<ref of=court>The court</ref> said <ref of=generals>they</ref> had taken bribes.",
    "The Philippine navy chased a trawler. <ref of=navy>The navy</ref> released a video.",
    "Norwegian mediators met the rebels. <ref of=mediators>The mediators</ref> asked for a truce.",
    "Lebanese Prime Minister Najib Mikati met the ambassador of Qatar. <ref of=Mikati>He</ref> asked for fuel.",
    "The Taliban closed schools. <ref of=Taliban>They</ref> said teachers would be paid.",
    "Cuban dissidents were arrested in Havana. <ref of=dissidents>They</ref> had planned a march.",
    "Algeria and Morocco share a border. <ref of=Algeria><ref of=Morocco>The two neighbours</ref></ref> seldom talk.",
    "A Thai court banned a party. <ref of=party>The party</ref> will appeal.",
    "An Austrian spokeswoman confirmed the visit. <ref of=spokeswoman>She</ref> gave no date.",
    "Canadian officials met farmers. <ref of=officials>The officials</ref> promised help.",
    "Vice President Kamala Harris met Mexican President Andres Manuel Lopez Obrador. "
    "<ref of=Harris>She</ref> urged reform.",
    "Libyan militias shelled the port. <ref of=militias>The militias</ref> deny this.",
    "Armenia accused Azerbaijan of shelling villages. <ref of=Azerbaijan>Baku</ref> denied the claim.",
    "Burundian refugees returned home. <ref of=refugees>They</ref> had lived in Tanzania.",
    "Hungary blocked the loan. <ref of=Hungary>Budapest</ref> wants guarantees.",
    "The flags were new. They were red.",
    "President Xi Jinping received Vietnamese officials. <ref of=Xi>He</ref> praised the railway.",
    "Venezuelan soldiers stormed a prison. Inmates had attacked <ref of=soldiers>them</ref>.",
    "The Syrian opposition left the talks. <ref of=opposition>The opposition</ref> wants a ceasefire first.",
    "Danish Prime Minister Mette Frederiksen said <ref of=Frederiksen>her</ref> government would buy jets.",
    '"They broke the accord," U.S. envoy Robert Malley said of Iran.',
]


def references(reading, text):
    """Span and words of what is meant, of every reference."""
    found = []
    for actor in reading.actors:
        if actor.kind == "reference" and actor.refers is not None:
            found.append((actor.span, reading.actors[actor.refers].span.of(text)))
        elif actor.kind == "reference":  # the speaker is named after the quotation
            found.append((actor.span, actor.name))
    return found


def judge(read_layers, case):
    text, marks = read_marks(case)
    found = references(read_layers(text, "actors", published="2022-03-10"), text)
    marks.sort(key=lambda mark: (mark.start, text.find(mark.get("of"))))
    found.sort(key=lambda item: (item[0], text.find(item[1])))
    right = len(found) == len(marks) and all(
        mark.start <= span.start < mark.end and mark.get("of") in meant
        for (span, meant), mark in zip(found, marks, strict=True)
    )
    return right, f"{text}\n   found {found}"


def test_sixty_cases_of_reference_are_mostly_right(read_layers):
    judged = [judge(read_layers, case) for case in CASES]
    wrong = [message for right, message in judged if not right]
    assert len(CASES) >= 60
    assert 1 - len(wrong) / len(CASES) >= FLOOR, "\n".join(wrong)
