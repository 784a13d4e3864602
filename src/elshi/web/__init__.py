"""The chronicle that people look at: pages in three languages, and the same as JSON and CSV.

Store, Growth ─index.build─▶ the page index (SQLite, can be thrown away)
                             └─index.ask─▶ pages/ (HTML)   api/ (JSON, CSV)   feeds (ICS, Atom)
"""
