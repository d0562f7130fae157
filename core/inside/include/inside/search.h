#pragma once

#include "mirror/reader.h"

#include <chrono>

namespace learnlab::inside {

/// A piece of a file's text around what was searched for: one line, without control and bidi characters. Not HTML.
struct Snippet
{
    QString text;
    QList<std::pair<qsizetype, qsizetype>> marks; ///< places and lengths of what was found, in order
    friend bool operator==(const Snippet &, const Snippet &) = default;
};

struct Hit
{
    domain::FileId file;
    Snippet snippet;
};

/// Where the words of an account's files lie: ACCOUNT/inside.db, and what SQLite puts beside it. Goes with the account;
/// made again when it is not there.
[[nodiscard]] QString indexPath(const QString &accountFolder);

/// Files whose bytes are on this computer and that have all these words in them (a word may go on: "alg" finds
/// "algorithms"), best first, as far as they were read; case and accents do not count. What else the query asks for
/// holds too. Nothing of what is in trash. Any thread, which is the reader's; takes some milliseconds, and for the
/// snippets of long files tens of them each: what is found after `patience` comes without one.
[[nodiscard]] QList<Hit> search(const QString &indexPath, const mirror::Reader &reader,
                                const mirror::SearchQuery &query, int limit,
                                std::chrono::milliseconds patience = std::chrono::minutes(1));

/// How many files whose bytes are here and that may have words in them were not read yet. Thread as above.
[[nodiscard]] int unreadFiles(const QString &indexPath, const mirror::Reader &reader);

} // namespace learnlab::inside
