"""What a clause or a noun phrase itself says of its act: negation, modal verbs, conditions, questions, commands."""

from __future__ import annotations

from ....model import Parse
from ..grammar.slots import is_verb
from .state import State
from .words import signature_at

FUTURE = frozenset(("will", "shall", "'ll", "wo", "’ll", "sha"))
WOULD = frozenset(("would", "'d", "’d"))
ABLE = frozenset(("can", "ca", "could"))
MODALS = FUTURE | WOULD | ABLE | frozenset(("may", "might", "must", "should", "ought"))
NOBODY = frozenset(("nobody", "none", "nothing", "neither", "noone"))
NO = frozenset(("no", "neither"))
ONE = frozenset(("a", "an", "one"))
FOCUS = frozenset(("only", "merely", "just", "simply", "solely", "least"))  # not only X but Y: both are told
UNTIL = frozenset(("until", "till"))
NEVER_NOUNS = frozenset("time circumstance way means account event case condition".split())  # at no time, by no means
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
QUESTIONING = frozenset(("WRB", "WP", "WP$", "WDT"))
BARE = frozenset(("let", "help", "make", "have", "see", "watch", "hear", "say"))
DEFINITE = frozenset(("the", "this", "these", "those", "that", "both"))


def of_clause(parse: Parse, verb: int, state: State, below: int, past_speech: bool, scope: str = "all") -> State:
    """The state of a clause's act, given that of the clause as a whole.

    ``below`` is the word through which the climb came (-1 at the trigger): what is negated there is counted there.
    ``scope``: how much of it counts, see ``Step``.
    """
    modal, negation = -1, -1
    for child in parse.children[verb]:
        dep, word = parse.deps[child], parse.lower[child]
        if dep == "aux" and word in MODALS:
            modal = child
        elif child != below and negation < 0 and _negates(parse, verb, child, dep, word):
            negation = child
    state = _framed(parse, verb, state)
    if scope == "frame":
        return state
    before = state.status
    if modal >= 0:
        state = _modal(parse, verb, modal, state, past_speech)
    elif state.status == "asserted" and _commands(parse, verb):
        state = State("hypothetical", "command", verb)
    elif state.status == "asserted" and parse.deps[verb] == "ROOT" and _infinitive(parse, verb):
        state = State("planned", "headline infinitive", verb)
    if negation >= 0 and scope != "but":
        state = _negated(parse, state, before, negation, modal)
    return _modified(parse, verb, state)


def _framed(parse: Parse, verb: int, state: State) -> State:
    """Conditions and questions around a clause."""
    if state.status == "denied":
        return state
    for child in parse.children[verb]:
        dep, word = parse.deps[child], parse.lower[child]
        if dep == "mark":
            found = signature_at(parse, child, "verb")
            if found is not None and found[1].affirmed == "hypothetical":
                return State("hypothetical", "condition " + found[0], child)
        elif dep == "aux" and _inverted(parse, verb, child):
            return State("hypothetical", "inverted condition", child)
        elif word == "?" and not any(parse.tags[other] in QUESTIONING for other in _before(parse, verb)):
            return State("hypothetical", "question", child)
        elif dep == "advcl" and _conditional(parse, child) and _has_modal(parse, verb):
            return State("hypothetical", "consequence of a condition", child)
    return state


def _before(parse: Parse, verb: int) -> list[int]:
    """Children of a verb, and what hangs on them, that may hold a question word."""
    return [child for one in parse.children[verb] if one < verb for child in (one, *parse.children[one])]


def _inverted(parse: Parse, verb: int, aux: int) -> bool:
    """True for *should the army attack*, *had the army attacked* as a clause on another verb."""
    if parse.deps[verb] not in ("advcl", "ccomp") or parse.lower[aux] not in ("should", "had", "were"):
        return False
    subject = parse.child(verb, *SUBJECTS)
    return subject is not None and aux < subject and parse.child(verb, "mark") is None


def _conditional(parse: Parse, clause: int) -> bool:
    if any(parse.lower[mark] in ("if", "unless") for mark in parse.children_by(clause, "mark")):
        return True
    return any(_inverted(parse, clause, aux) for aux in parse.children_by(clause, "aux"))


def _has_modal(parse: Parse, verb: int) -> bool:
    return any(parse.tags[child] == "MD" for child in parse.children_by(verb, "aux"))


def _modal(parse: Parse, verb: int, modal: int, state: State, past_speech: bool) -> State:
    """A modal verb; *would* tells the future in what was said, and imagines elsewhere and before *have*."""
    if state.status in ("hypothetical", "denied"):
        return state
    word = parse.lower[modal]
    perfect = any(parse.lower[child] == "have" for child in parse.children_by(verb, "aux"))
    told = past_speech or (parse.deps[verb] == "ccomp" and parse.tags[parse.heads[verb]] in ("VBD", "VBN"))
    future = word in FUTURE or (word in WOULD and told and not perfect)
    return State("planned" if future else "hypothetical", "modal " + word, modal)


def _infinitive(parse: Parse, verb: int) -> bool:
    return any(parse.tags[child] == "TO" for child in parse.children_by(verb, "aux"))


def _commands(parse: Parse, verb: int) -> bool:
    """True for an imperative: a bare verb without a subject."""
    if parse.tags[verb] != "VB" or parse.deps[verb] not in ("ROOT", "ccomp", "parataxis"):
        return False
    if parse.deps[verb] == "ccomp" and (parse.lemmas[parse.heads[verb]] in BARE - {"say"} or verb > parse.heads[verb]):
        return False
    return not any(parse.deps[child] in (*SUBJECTS, "aux", "mark") for child in parse.children[verb])


def _negates(parse: Parse, verb: int, child: int, dep: str, word: str) -> bool:
    """True if a child of a verb denies it."""
    if dep == "neg" or word == "never":
        return not _in_focus(parse, child) and not _until(parse, verb)
    if dep in ("nsubj", "nsubjpass", "dobj", "attr"):
        return is_negative(parse, child)
    if dep == "prep":
        return any(parse.lemmas[noun] in NEVER_NOUNS and is_negative(parse, noun) for noun in parse.children[child])
    if dep in ("advmod", "preconj", "cc", "mark"):
        if word == "longer":
            return any(parse.lower[inner] == "no" for inner in parse.children[child])
        found = signature_at(parse, child, "verb")
        return found is not None and found[1].affirmed == "denied" and found[1].negated == "same"
    return False


def _in_focus(parse: Parse, negation: int) -> bool:
    """True where *not* denies only that it was all: *not only*."""
    return negation + 1 < len(parse) and parse.lower[negation + 1] in FOCUS


def _until(parse: Parse, verb: int) -> bool:
    """True for what did not happen until something: it happened then."""
    if parse.tags[verb] not in ("VB", "VBN"):
        return False
    modal = _has_modal(parse, verb)
    return not modal and any(
        parse.lower[child] in UNTIL or any(parse.lower[mark] in UNTIL for mark in parse.children_by(child, "mark"))
        for child in parse.children_by(verb, "prep", "advcl")
    )


def _negated(parse: Parse, state: State, before: str, negation: int, modal: int) -> State:
    """The state under a negation. What may or must not be stays imagined; what cannot or will not be is denied."""
    word = parse.lower[modal] if modal >= 0 else ""
    if state.status == "denied":
        return State("asserted", "double negation, " + state.rule, negation)
    if state.status == "hypothetical" and (before == "hypothetical" or word not in ABLE | WOULD):
        return state
    return State("denied", "negation " + parse.lower[negation], negation, word in FUTURE | WOULD)


def _modified(parse: Parse, verb: int, state: State) -> State:
    """Adverbs that doubt or only nearly grant an act."""
    if state.status == "denied":
        return state
    for child in parse.children_by(verb, "advmod"):
        found = signature_at(parse, child, "verb")
        if found is not None and found[1].negated != "same" and child < verb:
            answer = found[1].affirmed
            if answer != "hypothetical" or state.status == "asserted":
                return State(answer, "adverb " + found[0], child)
    return state


def is_negative(parse: Parse, noun: int) -> bool:
    """True for *nobody*, *no army*, *neither side*, *none of them*."""
    if parse.lower[noun] in NOBODY:
        return True
    words = {parse.lower[child] for child in parse.children_by(noun, "det", "neg", "preconj")}
    counted = [
        parse.lower[inner] for child in parse.children_by(noun, "nummod") for inner in (child, *parse.children[child])
    ]
    if "not" in counted and ONE.intersection(counted):  # not one shell
        return True
    return bool(words & NO) or ("not" in words and bool(words & ONE))  # not a single soldier


def of_noun(parse: Parse, noun: int, state: State) -> State:
    """The state of an event noun, given that of its phrase: *no visit*, *a planned visit*, *an alleged attack*."""
    for child in parse.children[noun]:
        dep = parse.deps[child]
        if dep in ("det", "neg", "preconj") and parse.lower[child] in (*NO, "not"):
            if state.status == "denied":
                state = State("asserted", "double negation, " + state.rule, child)
            elif state.status != "hypothetical":
                state = State("denied", parse.lower[child] + " before the noun", child)
        elif state.status in ("asserted", "planned") and _modifies(parse, noun, child, dep):
            found = signature_at(parse, child, "noun")
            if found is not None and found[1].affirmed in ("planned", "hypothetical", "denied"):
                state = State(found[1].affirmed, "modifier " + found[0], child)
    return state


def _modifies(parse: Parse, noun: int, child: int, dep: str) -> bool:
    """True for *a planned visit*, *a visit planned for May*, *a visit that was cancelled*."""
    if dep in ("amod", "advmod", "nmod"):
        return child < noun
    if parse.tags[child] != "VBN" or dep not in ("acl", "relcl") or parse.child(child, "neg", "aux") is not None:
        return False
    return dep == "acl" or parse.child(child, "nsubjpass") is not None


def is_given(parse: Parse, noun: int) -> bool:
    """True for a noun that the report takes as known: *the attack*, *Sunday's attack*; also a name."""
    if parse.tags[noun] in ("NNP", "NNPS"):
        return True
    return any(
        parse.deps[child] == "poss" or (parse.deps[child] == "det" and parse.lower[child] in DEFINITE)
        for child in parse.children[noun]
    )


def tells_past(parse: Parse, token: int) -> bool:
    """True if a word stands in the past or the perfect, or its adjective is said of the past."""
    at = token
    for _ in range(6):
        tag = parse.tags[at]
        if tag == "VBD":
            return True
        aux = parse.children_by(at, "aux", "auxpass")
        if any(parse.tags[child] in ("VBD", "VBN") or parse.lemmas[child] == "have" for child in aux):
            return True
        if tag == "VBN" and parse.deps[at] in ("acl", "advcl", "relcl", "amod"):
            return True
        if any(parse.tags[child] in ("VBZ", "VBP", "MD") for child in aux) or tag in ("VBZ", "VBP"):
            return False
        if parse.heads[at] == at or not (is_verb(parse, at) or parse.deps[at] in ("acomp", "oprd", "attr", "xcomp")):
            return False
        at = parse.heads[at]
    return False
