"""Encodings, binary files and limits."""

import random
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import InputError
from dragoman.ingest.text import checked, text_of

WESTERN = "The café on the Plaza – “full of naïve talk” – was closed."
RUSSIAN = "Министр обороны прибыл во вторник в столицу республики с официальным визитом."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_western_text_is_read_in_its_encoding(encoding):
    assert text_of(WESTERN.encode(encoding)) == WESTERN


def test_latin_1_is_read():
    assert (
        text_of("Sixty were hurt in Málaga, near São Tomé.".encode("latin-1"))
        == "Sixty were hurt in Málaga, near São Tomé."
    )


def test_another_alphabet_is_recognised_and_not_taken_for_western():
    assert text_of(RUSSIAN.encode("cp1251")) == RUSSIAN


def test_a_broken_byte_does_not_change_the_encoding_of_the_rest():
    assert text_of(WESTERN.encode() + b"\xff end") == WESTERN + "\ufffd end"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"text\0text", "NUL"),
        (bytes(range(1, 32)) * 9, "control characters"),
        (b"%PDF-1.7 words", "a PDF file"),
        (b"PK\x03\x04words", "ZIP"),
        (random.Random(7).randbytes(5_000), "binary"),
        ("unpaired".encode("utf-16") + b"\x00", "broken encoding"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason(data, words):
    with pytest.raises(InputError, match=words):
        text_of(data)


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_an_input_error(data):
    with suppress(InputError):
        text_of(data)


def test_a_text_that_is_too_long_is_refused_with_both_numbers():
    with pytest.raises(InputError, match="text has 1,001 characters, allowed are 1,000"):
        checked("a" * 1_001, 1_000)


@pytest.mark.parametrize("blank", ["", " \n\t", "\u2003"])
def test_a_blank_text_is_refused(blank):
    with pytest.raises(InputError, match="empty"):
        checked(blank)


def test_surrogates_become_what_a_file_can_hold():
    assert checked("a\ud800b") == "a\ufffdb"
    assert checked("\ud83d\ude00") == "\U0001f600"


@given(st.text(alphabet=st.characters(codec=None), min_size=1))
def test_a_checked_text_can_be_written(text):
    try:
        checked(text).encode("utf-8")
    except InputError:
        assert not text.strip()
