-- The record in one SQLite file. Numbers of the schema: PRAGMA user_version; that it is ours: PRAGMA application_id.
-- Ids of mentions are 16 hexadecimal digits outside and the same 64 bits as a signed INTEGER in here.
-- Days are TEXT "YYYY-MM-DD"; intervals are half-open. Names, sources and the like stand once, in `words`.

CREATE TABLE words (            -- every name, once
  id    INTEGER PRIMARY KEY,
  word  TEXT NOT NULL UNIQUE
);

CREATE TABLE texts (            -- snapshots, once for each content
  id     INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE,
  body   BLOB NOT NULL          -- zlib
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
  origin    INTEGER REFERENCES reports,  -- the report that this one is a near-copy of, or itself
  UNIQUE (name, version)
);

CREATE TABLE pipelines (        -- what read: version of the program, layers, digest of configuration and tables
  id          INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL UNIQUE
);

CREATE TABLE readings (
  report   INTEGER PRIMARY KEY REFERENCES reports,
  pipeline INTEGER NOT NULL REFERENCES pipelines,
  body     BLOB NOT NULL        -- READING.md without the text, packed
);

CREATE TABLE changes (          -- the log of what was taken back: nothing is deleted in silence
  id     INTEGER PRIMARY KEY,
  report INTEGER REFERENCES reports,
  kind   TEXT NOT NULL CHECK (kind IN ('withdrawn', 'restored', 'corrected', 'reread')),
  reason TEXT,
  by     TEXT,
  day    TEXT,
  detail TEXT                   -- JSON: for instance gained and lost events
);

CREATE TABLE actors (           -- parties as they are told, once each
  id      INTEGER PRIMARY KEY,
  name    TEXT NOT NULL, role TEXT, country TEXT, sectors TEXT NOT NULL, plover TEXT, cameo TEXT, entity TEXT
);

CREATE TABLE mentions (         -- of the current reports; derived from readings
  id         INTEGER PRIMARY KEY,
  report     INTEGER NOT NULL REFERENCES reports,
  number     INTEGER NOT NULL,  -- its place among the events of the reading
  act        INTEGER REFERENCES words, mode INTEGER REFERENCES words,
  status     INTEGER NOT NULL REFERENCES words, plover INTEGER REFERENCES words,
  cameo      TEXT,
  begin      TEXT, "end" TEXT, dated INTEGER REFERENCES words,   -- When.begin, end, origin
  place      INTEGER REFERENCES places,
  speaker    INTEGER REFERENCES words,
  confidence REAL NOT NULL,
  happening  INTEGER            -- null: not yet resolved
);

CREATE TABLE parties (
  mention INTEGER NOT NULL REFERENCES mentions ON DELETE CASCADE,
  side    INTEGER NOT NULL CHECK (side IN (1, 2)),   -- 1 actor, 2 recipient
  number  INTEGER NOT NULL,
  actor   INTEGER NOT NULL REFERENCES actors,
  PRIMARY KEY (mention, side, number)
) WITHOUT ROWID;

CREATE TABLE places (           -- once each
  id INTEGER PRIMARY KEY, geonameid INTEGER, name TEXT NOT NULL, country TEXT, kind TEXT NOT NULL, lat REAL, lon REAL
);

CREATE VIRTUAL TABLE spots USING rtree (id, south, north, west, east);   -- id: places.id
CREATE VIRTUAL TABLE search USING fts5 (title, body, content = '', tokenize = 'unicode61 remove_diacritics 2');  -- rowid: reports.id

CREATE TABLE statements (
  report INTEGER NOT NULL REFERENCES reports, number INTEGER NOT NULL,
  speaker INTEGER REFERENCES words, country TEXT, manner INTEGER REFERENCES words,
  PRIMARY KEY (report, number)
) WITHOUT ROWID;

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

CREATE TABLE sketches (         -- of near-copies: MinHash bands
  band INTEGER NOT NULL, report INTEGER NOT NULL REFERENCES reports, PRIMARY KEY (band, report)
) WITHOUT ROWID;

CREATE TABLE blocks (           -- keys under which mentions meet
  key INTEGER NOT NULL, mention INTEGER NOT NULL REFERENCES mentions ON DELETE CASCADE, PRIMARY KEY (key, mention)
) WITHOUT ROWID;

CREATE TABLE edges (            -- the machine's judgements that say "same"; their features are computed again on demand
  low INTEGER NOT NULL, high INTEGER NOT NULL, score REAL NOT NULL, PRIMARY KEY (low, high)
) WITHOUT ROWID;

CREATE TABLE judgements (       -- of persons; they outweigh the machine's
  low INTEGER NOT NULL, high INTEGER NOT NULL, verdict TEXT NOT NULL CHECK (verdict IN ('same', 'different')),
  by TEXT NOT NULL, day TEXT, note TEXT, PRIMARY KEY (low, high)
) WITHOUT ROWID;

CREATE TABLE happenings (
  id          INTEGER PRIMARY KEY,   -- the id of the first mention
  act         INTEGER, mode INTEGER, plover INTEGER, status INTEGER, stage INTEGER,   -- words
  cameo       TEXT, quad INTEGER, begin TEXT, "end" TEXT, place INTEGER REFERENCES places,
  confidence  REAL NOT NULL, reports INTEGER NOT NULL, sources INTEGER NOT NULL, independent INTEGER NOT NULL,
  first       TEXT, last TEXT, disputed INTEGER NOT NULL,
  body        BLOB                   -- the whole Happening, packed; null where it is its only mention
);

CREATE TABLE sides (            -- parties of happenings, for the search
  happening INTEGER NOT NULL REFERENCES happenings ON DELETE CASCADE,
  side INTEGER NOT NULL, actor INTEGER NOT NULL REFERENCES actors, PRIMARY KEY (happening, side, actor)
) WITHOUT ROWID;

CREATE TABLE points (           -- series that the user loads
  series INTEGER NOT NULL REFERENCES words, of TEXT NOT NULL, partner TEXT NOT NULL,
  begin TEXT NOT NULL, "end" TEXT NOT NULL, value REAL NOT NULL, unit TEXT NOT NULL, note TEXT NOT NULL,
  PRIMARY KEY (series, of, partner, begin, "end")
) WITHOUT ROWID;
