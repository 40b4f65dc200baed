-- The record in one SQLite file. Number of the schema: PRAGMA user_version; that it is ours: PRAGMA application_id.
-- Days are TEXT "YYYY-MM-DD" unless told otherwise; intervals are half-open. Names, sources and the like stand once,
-- in `words`. Words with half a character (a lone surrogate) stand as BLOB, since UTF-8 lacks them.
-- `hash`: the id that users see, 16 hexadecimal digits, as a signed INTEGER of the same order (store/names.py).

CREATE TABLE words (            -- every name, once
  id    INTEGER PRIMARY KEY,
  word  TEXT NOT NULL UNIQUE
);

CREATE TABLE texts (            -- snapshots, once for each content
  id     INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE,
  chars  INTEGER NOT NULL,      -- characters, and
  bytes  INTEGER NOT NULL       -- bytes in UTF-8
);

CREATE TABLE text_pieces (      -- the packed texts, cut so that they fill pages (store/packing/pieces.py)
  id     INTEGER PRIMARY KEY,   -- texts.id * 4096 + number of the piece
  body   BLOB NOT NULL
);

CREATE TABLE reports (
  id        INTEGER PRIMARY KEY,
  name      TEXT NOT NULL,      -- Report.id
  version   INTEGER NOT NULL,   -- 1, 2 …: another text under the same name is a correction
  text      INTEGER NOT NULL REFERENCES texts,
  title     TEXT,
  published TEXT,
  day       TEXT,
  source    INTEGER REFERENCES words,
  agency    INTEGER REFERENCES words,  -- of the dateline
  url       TEXT,
  author    TEXT,
  language  TEXT,
  state     TEXT NOT NULL DEFAULT 'current' CHECK (state IN ('current', 'replaced', 'withdrawn')),
  home      INTEGER REFERENCES words,  -- the country that most of its mentions name
  low       INTEGER,            -- mentions.id of its first mention and
  high      INTEGER,            -- of its last, between which no other report's stand; null: none in the record
  origin    INTEGER REFERENCES reports,  -- the report that this one is a near-copy of, or itself; null: not yet known
  outlet    INTEGER GENERATED ALWAYS AS (coalesce(source, agency)) VIRTUAL,
  UNIQUE (name, version)
);
CREATE INDEX reports_by_day ON reports (day, source);
CREATE INDEX reports_by_outlet ON reports (outlet, day, origin) WHERE state = 'current';
CREATE INDEX reports_by_text ON reports (text);
CREATE INDEX reports_of_no_origin ON reports (id) WHERE origin IS NULL AND state = 'current';
CREATE INDEX reports_by_origin ON reports (origin) WHERE origin IS NOT NULL;

CREATE TABLE pipelines (        -- what read: version of the program, layers, digest of configuration and tables
  id          INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL UNIQUE
);

CREATE TABLE readings (
  report   INTEGER PRIMARY KEY REFERENCES reports,
  pipeline INTEGER NOT NULL REFERENCES pipelines
);

CREATE TABLE reading_pieces (   -- READING.md without the text, packed and cut
  id       INTEGER PRIMARY KEY, -- readings.report * 4096 + number of the piece
  body     BLOB NOT NULL
);

CREATE TABLE parts (            -- of readings, that many have in common: codes, rules, places with their candidates
  id     INTEGER PRIMARY KEY,
  digest INTEGER NOT NULL,      -- 31 bits of it; two may have the same
  body   BLOB NOT NULL          -- packed
);
CREATE INDEX parts_by_digest ON parts (digest);

CREATE TABLE changes (          -- the log of what was taken back: nothing is deleted in silence
  id     INTEGER PRIMARY KEY,
  report INTEGER REFERENCES reports,
  kind   TEXT NOT NULL CHECK (kind IN ('withdrawn', 'restored', 'corrected', 'reread')),
  reason TEXT,
  by     TEXT,
  day    TEXT,
  detail TEXT                   -- JSON: for instance gained and lost events
);

CREATE TABLE actors (           -- parties as they are told, once each; sectors: codes with a space between
  id      INTEGER PRIMARY KEY,
  digest  INTEGER NOT NULL UNIQUE,  -- of all that follows
  name    TEXT NOT NULL, role TEXT, country TEXT, sectors TEXT NOT NULL, plover TEXT, cameo TEXT, entity TEXT
);

CREATE TABLE places (           -- once each
  id        INTEGER PRIMARY KEY,
  digest    INTEGER NOT NULL UNIQUE,  -- of all that follows
  geonameid INTEGER, name TEXT NOT NULL, country TEXT, kind TEXT NOT NULL, lat REAL, lon REAL
);
CREATE INDEX places_by_country ON places (country);
CREATE INDEX places_by_geonameid ON places (geonameid) WHERE geonameid IS NOT NULL;

CREATE VIRTUAL TABLE spots USING rtree (id, south, north, west, east);   -- id: places.id
CREATE VIRTUAL TABLE search USING fts5 (title, body, content = '', tokenize = 'unicode61 remove_diacritics 2');  -- rowid: reports.id of the current ones

CREATE TABLE mentions (         -- of the current reports; derived from readings, where the rest of them stands
  id         INTEGER PRIMARY KEY AUTOINCREMENT,   -- never used again: keys may outlive their mention
  hash       INTEGER NOT NULL UNIQUE,
  report     INTEGER NOT NULL REFERENCES reports,
  number     INTEGER NOT NULL,  -- its place among the events of the reading
  day        INTEGER NOT NULL,  -- of publication, days since 0001-01-01 (which is 1); 9999999: not known
  act        INTEGER REFERENCES words, mode INTEGER REFERENCES words, status INTEGER NOT NULL REFERENCES words,
  speaker    INTEGER REFERENCES words,
  happening  INTEGER,           -- happenings.id; null: not yet resolved
  behind     INTEGER,           -- how far its id is behind that of the first mention of its scene; null: not yet settled
  gist       INTEGER            -- of a scene's first mention: the scene's date in one number (resolve/gist.py)
);
CREATE INDEX mentions_of_happening ON mentions (happening) WHERE happening IS NOT NULL;
CREATE INDEX mentions_pending ON mentions (day, hash) WHERE happening IS NULL;
CREATE INDEX mentions_by_speaker ON mentions (speaker, happening) WHERE speaker IS NOT NULL;

CREATE TABLE odd_names (        -- ids of mentions that are not 16 hexadecimal digits
  hash INTEGER PRIMARY KEY, name TEXT NOT NULL
);

CREATE TABLE statements (
  report INTEGER NOT NULL REFERENCES reports, number INTEGER NOT NULL,
  speaker INTEGER REFERENCES words, country TEXT, manner INTEGER REFERENCES words,
  PRIMARY KEY (report, number)
) WITHOUT ROWID;
CREATE INDEX statements_by_speaker ON statements (speaker);
CREATE INDEX statements_by_country ON statements (country) WHERE country IS NOT NULL;

CREATE TABLE figures (
  report INTEGER NOT NULL REFERENCES reports, number INTEGER NOT NULL,
  value REAL, low REAL, high REAL, unit INTEGER REFERENCES words, kind INTEGER REFERENCES words,
  of INTEGER REFERENCES words,
  PRIMARY KEY (report, number)
) WITHOUT ROWID;

CREATE TABLE claims (
  report INTEGER NOT NULL REFERENCES reports, number INTEGER NOT NULL, kind INTEGER NOT NULL REFERENCES words,
  PRIMARY KEY (report, number)
) WITHOUT ROWID;

CREATE TABLE sketches (         -- of near-copies: MinHash bands, cut to 32 bits; a text keeps its own, whatever becomes of its report
  band INTEGER NOT NULL, report INTEGER NOT NULL REFERENCES reports, PRIMARY KEY (band, report)
) WITHOUT ROWID;

CREATE TABLE blocks (           -- keys under which scenes meet
  key    INTEGER PRIMARY KEY,
  scenes BLOB NOT NULL          -- mentions.id of each, in 32 bits, little-endian
);

CREATE TABLE edges (            -- the machine's judgements that say "same"; their features are computed again on demand
  low INTEGER NOT NULL, high INTEGER NOT NULL, score REAL NOT NULL, PRIMARY KEY (low, high)  -- mentions.id
) WITHOUT ROWID;
CREATE INDEX edges_by_high ON edges (high, low);

CREATE TABLE judgements (       -- of persons, by hash: they outweigh the machine's and outlive a new reading
  low INTEGER NOT NULL, high INTEGER NOT NULL, verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different')),
  by TEXT NOT NULL, day TEXT, note TEXT, PRIMARY KEY (low, high)
) WITHOUT ROWID;
CREATE INDEX judgements_by_high ON judgements (high, low);

-- What many happenings have in common stands once, so that questions about it look at a few thousand rows instead of
-- all happenings; `uses`: how many there are. Kept by store/facets.py in the transaction that writes the happenings.
CREATE TABLE kinds (            -- codes; the columns are words
  id        INTEGER PRIMARY KEY,
  digest    INTEGER NOT NULL UNIQUE,  -- of all that follows but uses
  act INTEGER, mode INTEGER, plover INTEGER, status INTEGER, stage INTEGER,
  contexts  INTEGER,            -- all of them in one word, with "; " between
  cameo     TEXT, quad INTEGER,
  announced INTEGER NOT NULL,   -- 1: some mention announces it
  uses      INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE casts (            -- who acts on whom: side, country and sectors of each party (store/facets.py)
  id INTEGER PRIMARY KEY, digest INTEGER NOT NULL UNIQUE, word TEXT NOT NULL, uses INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE outlets (          -- of the reports that tell it: words, or 0 where none is known
  id INTEGER PRIMARY KEY, digest INTEGER NOT NULL UNIQUE, word TEXT NOT NULL, uses INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE voices (           -- speakers of the mentions: words, or 0 where the report itself says it
  id INTEGER PRIMARY KEY, digest INTEGER NOT NULL UNIQUE, word TEXT NOT NULL, uses INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE happenings (       -- begin and end: store/days.py
  id          INTEGER PRIMARY KEY,   -- mentions.id of the first mention
  hash        INTEGER NOT NULL,      -- of the first mention: "e-" and 16 digits for users
  kind        INTEGER NOT NULL REFERENCES kinds, casting INTEGER NOT NULL REFERENCES casts,
  outlets     INTEGER NOT NULL REFERENCES outlets, voices INTEGER NOT NULL REFERENCES voices,
  begin       INTEGER, "end" INTEGER, place INTEGER REFERENCES places,
  confidence  INTEGER NOT NULL,      -- in parts of 10,000, rounded; exact in the body if that is not exact
  reports INTEGER NOT NULL, sources INTEGER NOT NULL, independent INTEGER NOT NULL,
  disputed    INTEGER NOT NULL,
  parties     BLOB NOT NULL          -- its rows in `sides`, packed
);
CREATE INDEX happenings_by_day ON happenings (begin, kind, casting, outlets, voices);
CREATE INDEX happenings_by_kind ON happenings (kind, begin);
CREATE INDEX happenings_by_casting ON happenings (casting, begin);
CREATE INDEX happenings_by_place ON happenings (place) WHERE place IS NOT NULL;
CREATE INDEX happenings_long ON happenings ("end", begin) WHERE "end" - begin > 44671;  -- a month (store/days.py)
CREATE INDEX happenings_told ON happenings (independent, reports, begin) WHERE reports > 1;
CREATE INDEX happenings_disputed ON happenings (begin) WHERE disputed > 0;

CREATE TABLE bodies (           -- what differs from its first mention told alone, packed, where anything does
  happening INTEGER PRIMARY KEY, body BLOB NOT NULL
);

CREATE TABLE sides (            -- parties of happenings, for the search by name: 1 actor, 2 recipient
  actor INTEGER NOT NULL REFERENCES actors, side INTEGER NOT NULL, happening INTEGER NOT NULL,
  PRIMARY KEY (actor, side, happening)
) WITHOUT ROWID;

CREATE TABLE disputes (         -- fields that sources tell differently
  field INTEGER NOT NULL REFERENCES words, happening INTEGER NOT NULL, PRIMARY KEY (field, happening)
) WITHOUT ROWID;

CREATE TABLE plans (            -- of what was put off or called off: from the first day told for it to the last
  happening INTEGER PRIMARY KEY, begin INTEGER NOT NULL, "end" INTEGER NOT NULL
);

CREATE TABLE tallies (          -- happenings by month of their beginning (0: no date), with sums
  kind INTEGER NOT NULL, month INTEGER NOT NULL,
  happenings INTEGER NOT NULL, reports INTEGER NOT NULL, independent INTEGER NOT NULL,
  PRIMARY KEY (kind, month)
) WITHOUT ROWID;

CREATE TABLE points (           -- series that the user loads
  series INTEGER NOT NULL REFERENCES words, of TEXT NOT NULL, partner TEXT NOT NULL,
  begin TEXT NOT NULL, "end" TEXT NOT NULL, value REAL NOT NULL, unit TEXT NOT NULL, note TEXT NOT NULL,
  PRIMARY KEY (series, of, partner, begin, "end")
) WITHOUT ROWID;
