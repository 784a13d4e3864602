"""The tables of the page index.

    contacts, statements, articles, persons      one row each, `n` in the order in which they list
    bodies                                       the contacts themselves; apart, because pictures
                                                 and filters walk over thousands of short rows
    keys (of, what, key, n)                      who has what: («contact», «pair», «KZ US», 17)
    counts (of, what, key, count)                how many, so that no page has to count
    blocks, meant, ledger                        what `follow` needs to work in a judgement

Any list of a page is a walk along one key, the rarest, that probes for the others; a question in
words goes to the full-text index, which holds the keys as words of their own.
"""

from __future__ import annotations

VERSION = "6"
"""Raise it with each change of the tables: an index of another version is made anew."""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE contacts (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, status TEXT NOT NULL,
  first INTEGER NOT NULL, last INTEGER NOT NULL, rung INTEGER NOT NULL, known TEXT NOT NULL,
  country TEXT NOT NULL, level TEXT NOT NULL, light TEXT NOT NULL
);
CREATE TABLE bodies (n INTEGER PRIMARY KEY, body TEXT NOT NULL, people TEXT NOT NULL);
CREATE TABLE persons (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, contacts INTEGER NOT NULL,
  body TEXT NOT NULL
);
CREATE TABLE articles (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, outlet TEXT NOT NULL,
  published TEXT NOT NULL, lang TEXT NOT NULL, url TEXT NOT NULL
);
CREATE TABLE statements (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article TEXT NOT NULL, place INTEGER NOT NULL,
  kind TEXT NOT NULL, act TEXT NOT NULL, speaker TEXT NOT NULL, post TEXT NOT NULL,
  person TEXT NOT NULL, side TEXT NOT NULL, contact TEXT NOT NULL, lang TEXT NOT NULL,
  published TEXT NOT NULL, outlet TEXT NOT NULL, text TEXT NOT NULL
);
CREATE INDEX statements_article ON statements (article, place);
CREATE INDEX statements_published ON statements (published, n);
CREATE TABLE terms (
  n INTEGER PRIMARY KEY, side TEXT NOT NULL, level TEXT NOT NULL, house TEXT NOT NULL,
  person TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX terms_post ON terms (side, level, house);
CREATE INDEX terms_house ON terms (side, house);
CREATE INDEX terms_person ON terms (person);
CREATE TABLE commitments (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, said_on INTEGER NOT NULL, kind TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE TABLE doubts (
  id TEXT PRIMARY KEY, what TEXT NOT NULL, points REAL NOT NULL, home TEXT NOT NULL,
  places TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX doubts_points ON doubts (points, id);
CREATE INDEX doubts_what ON doubts (what, points, id);
CREATE INDEX doubts_home ON doubts (home);
CREATE INDEX doubts_places ON doubts (places);
CREATE TABLE blocks (key INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (key, article))
  WITHOUT ROWID;
CREATE TABLE meant (name TEXT NOT NULL, side TEXT NOT NULL, person TEXT NOT NULL,
  PRIMARY KEY (name, side)) WITHOUT ROWID;
CREATE TABLE ledger (id TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE keys (
  of TEXT NOT NULL, what TEXT NOT NULL, key TEXT NOT NULL, n INTEGER NOT NULL,
  PRIMARY KEY (of, what, key, n)
) WITHOUT ROWID;
CREATE TABLE counts (
  of TEXT NOT NULL, what TEXT NOT NULL, key TEXT NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY (of, what, key)
) WITHOUT ROWID;
CREATE TABLE beside (
  of TEXT NOT NULL, person TEXT NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (of, person)
) WITHOUT ROWID;
CREATE TABLE person_words (word TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (word, n))
  WITHOUT ROWID;
CREATE VIRTUAL TABLE statement_words USING fts5 (words, content='');
CREATE VIRTUAL TABLE article_words USING fts5 (words, content='');
"""

UNCOUNTED = ("island", "sides", "article", "answer")
"""Keys that no page asks the number of."""
COUNTED = (
    f"""INSERT INTO counts SELECT of, what, key, count(*) FROM keys
        WHERE what NOT IN {UNCOUNTED} GROUP BY of, what, key""",
    "INSERT INTO counts SELECT 'doubt', what, '', count(*) FROM doubts GROUP BY what",
)
"""Made when all else is there."""
