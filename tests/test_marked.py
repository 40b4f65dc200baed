import pytest

from marked import read_marks


def test_marks_give_the_plain_text_and_their_spans():
    plain, marks = read_marks(
        'He met <actor country=PRK role="head of state">Kim</actor> <time value=2024>in 2024</time>.'
    )
    assert plain == "He met Kim in 2024."
    assert [(mark.name, plain[mark.start : mark.end]) for mark in marks] == [("actor", "Kim"), ("time", "in 2024")]
    assert marks[0].get("role") == "head of state"


@pytest.mark.parametrize("bad", ["<a>open", "close</a>", "<a><b>x</a></b>", "a < b", "<a key=>x</a>"])
def test_bad_markup_is_refused(bad):
    with pytest.raises(ValueError, match="in:"):
        read_marks(bad)
