"""Reports to try Dragoman on: 121 short pieces of six invented outlets on real events of 2020-2024, and trade figures.

``reports.jsonl`` and ``to-check.jsonl`` hold one report a line in the form that ``dragoman read`` takes, the second
those whose claims the record can decide; ``trade.csv`` is a series that they can be held against, ``outlets.toml`` says
of each outlet what it is and whose reports it reprints. ``README.md`` tells what is invented and what is not.
"""
