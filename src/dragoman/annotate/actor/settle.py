"""Giving each mention its country from the report, and each reference its antecedent, in one pass over the text."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from .definite import is_foe, stands_for
from .memory import Memory
from .quotes import printed, quoted_tokens, speaker_of, statement_of
from .scene import Mention, Scene, phrase

_LEADS = 0.5  # share of the report's countries that one must have to be the country of its unmarked actors
_LOCAL = frozenset(("CVL", "COP", "UAF", "UNK", "REB", "OPP", "CRM", "REF", "MED", "AGR", "LAB", "EDU", "REL"))
_NEVER_HOME = frozenset(("INT",))
_STATES = frozenset(("state",))
_HUMAN = frozenset(("person",))
_REFERRING = frozenset(("PRP", "PRP$", "NN", "NNS"))
_DUMMY = frozenset(("be", "seem", "appear", "take", "rain", "snow", "turn", "remain"))


def settle(scene: Scene) -> list[Mention]:
    """All mentions, references included, in order of the text."""
    scene.printed = printed(scene.parse)
    memory = Memory(scene, quoted_tokens(scene))
    home = _home(scene)
    done: list[Mention] = []
    parse, cues = scene.parse, scene.cues
    mentions = scene.mentions
    for token in [token for token, tag in enumerate(parse.tags) if tag in _REFERRING or token in mentions]:
        tag, found = parse.tags[token], mentions.get(token)
        if found is None:
            lower = parse.lower[token]
            if tag in ("PRP", "PRP$"):
                found = _pronoun(memory, token, cues.pronouns.get(lower, ""))
            elif tag in ("NN", "NNS") and (parse.lemmas[token] in cues.pair or lower in cues.country):
                found = _noun(memory, token, home)
            else:
                continue
            if found:
                scene.mentions[token] = found
        elif found:
            found = _settled(memory, found, home)
            scene.mentions[token] = found
        for mention in found or ():
            _predicate(scene, mention)
            memory.add(mention)
            done.append(mention)
    return done


def _home(scene: Scene) -> str | None:
    """The country that the report is about, None if none leads."""
    ranked = sorted(scene.support.items(), key=lambda item: (-item[1], item[0]))
    if not ranked:
        return None
    total = sum(weight for _, weight in ranked)
    leads = ranked[0][1] >= _LEADS * total or (len(ranked) > 1 and ranked[0][1] >= 2.0 * ranked[1][1])
    return ranked[0][0] if leads else None


def _settled(memory: Memory, found: list[Mention], home: str | None) -> list[Mention]:
    first = found[0]
    if len(found) == 1 and first.country is None and _is_pair(memory.scene, first.head):
        pair = _pair(memory, first.head, first)
        if pair:
            return pair
    for mention in found:
        _settle_one(memory, mention, home)
    return found


def _settle_one(memory: Memory, mention: Mention, home: str | None) -> None:
    if mention.settled:
        return
    mention.settled = True
    scene = memory.scene
    if mention.refers is not None and mention.country is None:
        mention.country = mention.refers.country
    if mention.country is None and mention.owner is not None:
        owner = scene.at(mention.owner)
        if owner is not None and mention.owner > mention.head:
            _settle_one(memory, owner, home)  # the head of the delegation
        if owner is not None and owner.country:
            mention.country, mention.rule, mention.open = owner.country, mention.rule + ":owner", False
            return
    if mention.kind == "state" and mention.country and mention.rule in ("capital", "seat"):
        before = memory.by_country.get(mention.country)
        if before is not None:
            mention.refers, mention.kind = before.root(), "reference"
        return
    if mention.country is not None or (mention.kind == "person" and mention.refers is not None):
        return
    if mention.definite and mention.term and stands_for(memory, mention, home):
        return
    if is_foe(mention, scene, home) or not mention.open:
        return
    if _shared(scene, mention):
        return
    _from_report(memory, mention, home)


def _predicate(scene: Scene, mention: Mention) -> None:
    """*He is a Chilean official*: what is said of a person goes before the country of the report."""
    parse = scene.parse
    if parse.deps[mention.head] != "attr" or mention.country is None or ":" in mention.rule:
        return
    subject = parse.child(parse.heads[mention.head], "nsubj")
    about = scene.at(subject) if subject is not None else None
    if about is not None and about.root().rule.endswith((":report", ":sentence")) and about.root().kind == "person":
        about.country = about.root().country = mention.country


def _shared(scene: Scene, mention: Mention) -> bool:
    """*The Russian army and people*: a coordinated noun without its own determiner shares the adjective."""
    parse = scene.parse
    if parse.deps[mention.head] != "conj" or mention.definite:
        return False
    before = scene.at(parse.heads[mention.head])
    if before is None or before.country is None or before.kind in ("state", "person"):
        return False
    if any(parse.deps[child] in ("det", "poss") for child in parse.children[mention.head]):
        return False
    mention.country, mention.rule = before.country, mention.rule + ":shared"
    return True


def _from_report(memory: Memory, mention: Mention, home: str | None) -> None:
    """The country of the sentence's only country if the actor is a local one, else that of the report."""
    scene = memory.scene
    first, last = scene.parse.sentences[scene.sentence(mention.head)]
    near = {scene.entity(hit) for hit in scene.hits_in(first, last - 1)}
    local = {item.country for item in near if item is not None and item.country}
    places = (scene.places[token].country for token in range(first, last) if token in scene.places)
    local |= {country for country in places if country}
    weight = scene.support
    near_home = home is None or all(2.5 * weight[country] >= weight[home] for country in local)
    if _LOCAL.intersection(mention.sectors) and len(local) == 1 and near_home:
        mention.country, mention.rule = local.pop(), mention.rule + ":sentence"
    elif home is not None and (not local or home in local or len(local) > 1 or not near_home):
        mention.country, mention.rule = home, mention.rule + ":report"
    elif len(local) == 1:
        mention.country, mention.rule = local.pop(), mention.rule + ":sentence"


def _pronoun(memory: Memory, token: int, who: str) -> list[Mention]:
    scene, parse = memory.scene, memory.scene.parse
    if not who or (who == "thing" and _says_nothing(scene, token)):
        return []
    inside = token in memory.inside
    speaker = speaker_of(scene, memory.inside, scene.sentence(token)) if inside else None
    if who in ("speaker", "speakers"):
        if not inside:
            speaker = statement_of(scene, token)
        found: tuple[Mention, ...] = (speaker,) if speaker is not None else ()
    else:
        found = memory.best(token, who, speaker)
    made = []
    for other in found:
        mention = Mention(token, token, token, "reference", other.root().name, "pronoun", term=parse.lower[token])
        mention.take(other)
        mention.plural, mention.settled = who in ("many", "speakers"), True
        mention.gender = who if who in ("male", "female") else ""
        if mention.gender and other.gender == "":
            other.gender = mention.gender
        made.append(mention)
    return made


def _says_nothing(scene: Scene, token: int) -> bool:
    """True for the *it* of *it is time*, *it seems that*."""
    parse = scene.parse
    verb = parse.heads[token]
    if parse.deps[token] not in ("nsubj", "poss"):  # what is done to an *it* is mostly done to a thing
        return True
    return parse.deps[token] == "nsubj" and parse.lemmas[verb] in _DUMMY


def _is_pair(scene: Scene, head: int) -> bool:
    parse = scene.parse
    if parse.tags[head] not in ("NNS", "NNPS") or parse.lemmas[head] not in scene.cues.pair:
        return False
    return any(parse.lower[child] in ("both", "two") for child in parse.children[head] if child < head)


def _noun(memory: Memory, token: int, home: str | None) -> list[Mention]:
    """*Both countries*, *the country*: nouns for states that are no roles."""
    scene, parse = memory.scene, memory.scene.parse
    if scene.modifies(token):
        return []
    if _is_pair(scene, token):
        return _pair(memory, token, None)
    if parse.lower[token] not in scene.cues.country:
        return []
    if not any(parse.lower[child] in ("the", "this", "that") for child in parse.children_by(token, "det")):
        return []
    if any(child > token and parse.deps[child] in ("relcl", "prep") for child in parse.children[token]):
        return []
    for distance, mention in memory.recent(token, 2):
        known = mention.country and mention.kind in ("state", "office", "reference", "person") and distance <= 2
        if known and home in (None, mention.country):
            state = memory.by_country.get(mention.country or "")
            made = _reference(scene, token, state or mention, "country")
            made.sectors, made.cameo = (state.sectors if state else ()), ""
            return [made]
    return []


def _reference(scene: Scene, token: int, other: Mention, rule: str) -> Mention:
    first = token
    while first > 0 and scene.parse.heads[first - 1] == token and scene.parse.lower[first - 1] in ("two", "both"):
        first -= 1
    made = Mention(token, first, token, "reference", phrase(scene, first, token), rule, term=scene.parse.lemmas[token])
    made.take(other)
    made.settled = True
    return made


def _named_together(scene: Scene, mentions: list[Mention]) -> dict[str, Mention]:
    """Two of several that one phrase joins: *the ministers of Chad and Sudan met in Vienna*; else nothing."""
    parse = scene.parse
    joined = [
        (one, other)
        for one, other in combinations(mentions, 2)
        if one.head == other.head
        or (parse.deps[other.head] == "conj" and parse.heads[other.head] == one.head)
        or (parse.deps[one.head] == "conj" and parse.heads[one.head] == other.head)
    ]
    return {mention.country or "": mention for mention in joined[0]} if len(joined) == 1 else {}


def _pair(memory: Memory, token: int, own: Mention | None) -> list[Mention]:
    """The two actors of *both sides*: those of the nearest sentences that name exactly two countries."""
    scene = memory.scene
    people = own is not None and "GOV" in own.sectors
    found: dict[str, Mention] = {}
    last = 0
    for distance, mention in memory.recent(token):
        if distance != last and len(found) >= 2:
            break
        last = distance
        if mention.country and mention.country not in _NEVER_HOME:
            known = found.get(mention.country)
            better = _HUMAN if people else _STATES
            if known is None or (mention.kind in better and known.kind not in better):
                found[mention.country] = mention
    if len(found) > 2 and (named := _named_together(scene, list(found.values()))):
        found = named
    if len(found) > 2:
        ranked = sorted(found, key=lambda country: -scene.support[country])
        if scene.support[ranked[1]] < 2.0 * scene.support[ranked[2]]:
            return []
        found = {country: found[country] for country in ranked[:2]}
    if len(found) != 2:
        return []
    pair = list(found.values())[::-1]  # the latest were found first
    pair.sort(key=lambda item: item.head)
    made = [_reference(scene, token, other, "pair") for other in pair]
    if own is not None:
        made = [replace(item, sectors=own.sectors or item.sectors, first=own.first, last=own.last) for item in made]
    return made
