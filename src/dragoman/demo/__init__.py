"""Reports to try Dragoman on: 116 short pieces of six invented outlets on real events of 2020-2024.

``reports.jsonl`` holds one report a line in the form that ``dragoman read`` takes, ``outlets.toml`` says of each
outlet what it is and whose reports it reprints. ``README.md`` tells what is invented and what is not.
"""
