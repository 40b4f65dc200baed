import pytest

from dragoman.errors import ConfigError, PipelineError
from dragoman.flow.config import Config, config_of, load_config
from dragoman.flow.registry import pipeline_of


def test_no_file_gives_the_defaults(monkeypatch):
    monkeypatch.delenv("DRAGOMAN_CONFIG", raising=False)
    assert load_config() == Config()


def test_a_file_says_what_differs_from_the_defaults(tmp_path, monkeypatch):
    path = tmp_path / "dragoman.toml"
    path.write_text('[reader]\nworkers = 2\nlayers = ["times"]\n[events]\nmin_confidence = 1\n[stage.mine]\nsize = 3\n')
    config = load_config(path)
    assert (config.reader.workers, config.reader.layers, config.events.min_confidence) == (2, ("times",), 1)
    assert config.stage == {"mine": {"size": 3}}
    monkeypatch.setenv("DRAGOMAN_CONFIG", str(path))
    assert load_config() == config


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"reader": {"worker": 2}}, "unknown key 'worker'; the nearest known is 'workers'"),
        ({"zzz": 1}, "unknown key 'zzz'; known are actors, events"),
        ({"reader": {"workers": "two"}}, "expected int, not 'two'"),
        ({"reader": {"workers": True}}, "expected int, not True"),
        ({"reader": {"layers": "times"}}, "expected a list of words"),
        ({"reader": 3}, "expected a table"),
        ({"gazetteer": {"build": 1}}, "expected bool, not 1"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place_and_what_is_allowed(table, message):
    with pytest.raises(ConfigError, match=message):
        config_of(table)


@pytest.mark.parametrize("content", [b"[reader", b"\xff\xfe"])
def test_a_file_that_is_not_toml_is_refused_by_name(tmp_path, content):
    path = tmp_path / "bad.toml"
    path.write_bytes(content)
    with pytest.raises(ConfigError, match=r"bad\.toml: cannot be read"):
        load_config(path)


def test_a_missing_file_is_refused_by_name():
    with pytest.raises(ConfigError, match=r"nowhere\.toml"):
        load_config("nowhere.toml")


def test_unknown_stages_and_plug_ins_are_refused():
    with pytest.raises(ConfigError, match=r"stages\.without names 'tyme'"):
        pipeline_of(config_of({"stages": {"without": ["tyme"]}}), ("sentences",))
    with pytest.raises(ConfigError, match="no plug-in gives a stage 'mine'"):
        pipeline_of(config_of({"stages": {"add": ["mine"]}}), ("sentences",))


def test_only_the_stages_that_some_layers_need_are_built():
    assert [stage.name for stage in pipeline_of(Config(), ("sentences",)).stages] == ["sentence"]


def test_a_stage_without_what_it_needs_is_refused_at_construction():
    with pytest.raises(PipelineError, match="needs sentences"):
        pipeline_of(config_of({"stages": {"without": ["sentence"]}}), ("media", "times"))
