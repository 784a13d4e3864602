"""The tables of the page index.

    contacts, statements, articles, persons      one row each, `n` in the order in which they list
    keys (of, what, key, n)                      who has what: («contact», «pair», «KZ US», 17)
    counts (of, what, key, count)                how many, so that no page has to count

Any list of a page is a walk along one key, the rarest, that probes for the others.
"""

from __future__ import annotations

VERSION = "5"
"""Raise it with each change of the tables: an index of another version is made anew."""

TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE contacts (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, status TEXT NOT NULL,
  first INTEGER NOT NULL, last INTEGER NOT NULL, rung INTEGER NOT NULL, known TEXT NOT NULL,
  country TEXT NOT NULL, level TEXT NOT NULL, light TEXT NOT NULL,
  body TEXT NOT NULL, people TEXT NOT NULL
);
CREATE INDEX contacts_first ON contacts (first, n);
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
CREATE TABLE terms (
  n INTEGER PRIMARY KEY, side TEXT NOT NULL, level TEXT NOT NULL, house TEXT NOT NULL,
  person TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX terms_post ON terms (side, level, house);
CREATE INDEX terms_house ON terms (side, house);
CREATE INDEX terms_person ON terms (person);
CREATE TABLE commitments (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
CREATE TABLE doubts (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, what TEXT NOT NULL, points REAL NOT NULL,
  body TEXT NOT NULL
);
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

COUNTED = """
INSERT INTO counts SELECT of, what, key, count(*) FROM keys GROUP BY of, what, key;
"""
