#pragma once

#include "domain/entities.h"
#include "domain/file_kind.h"

#include <QStringList>

namespace learnlab::mirror {

/// What is searched for. What is not set does not restrict; without words and restrictions nothing is found.
struct SearchQuery
{
    QStringList words; ///< each in the name, or, all but one, in the name of a folder above; case and accents ignored
    QList<domain::FileKind> kinds;           ///< any of these; files alone
    std::optional<support::Timestamp> since; ///< changed then or later
    std::optional<support::Timestamp> before;
    std::optional<qint64> larger;  ///< bytes, at least; files alone
    std::optional<qint64> smaller; ///< bytes, less than
    QString below;                 ///< a folder as Reader::resolve() takes it: it must be somewhere in it
    bool offline = false;          ///< its bytes are on this computer

    [[nodiscard]] bool restricts() const
    {
        return !kinds.isEmpty() || since || before || larger || smaller || !below.isEmpty() || offline;
    }
};

/// What the user typed: words, and restrictions as "type:pdf", "since:2026-10-01", "since:7d", "before:2026-11-01",
/// "larger:10M", "smaller:2k", "in:/Notes", in:"/Old notes", "is:offline". What is not understood is a word. Pure.
[[nodiscard]] SearchQuery parseSearch(const QString &typed, support::Timestamp now);

/// The words alone, as they were typed.
[[nodiscard]] QString wordsOfSearch(const QString &typed);

// The values of the restrictions, one by one; nothing when they are not understood.
[[nodiscard]] std::optional<qint64> sizeFromText(const QString &text); ///< "10M" is 10,000,000
[[nodiscard]] std::optional<support::Timestamp> dateFromText(const QString &text, support::Timestamp now);

/// Where the words stand in a name, for marking: places and lengths, in order, without overlaps.
[[nodiscard]] QList<std::pair<qsizetype, qsizetype>> matchesIn(const QString &name, const QStringList &words);

} // namespace learnlab::mirror
