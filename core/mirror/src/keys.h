#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace learnlab::mirror {

/// A name without case, accents and compatibility forms: what search compares.
[[nodiscard]] QString searchKey(const QString &name);

/// Bytes whose order is the natural order of names: as searchKey, with runs of digits by their value ("a2" before
/// "a10").
[[nodiscard]] QByteArray sortKey(const QString &name);
/// The same for who has the search key already.
[[nodiscard]] QByteArray sortKeyOfFolded(const QString &searchKey);

/// The words of a search, folded like searchKey.
[[nodiscard]] QStringList searchWords(const QString &text);

/// The FTS expression that finds candidates for these words by their trigrams; empty when no word has three characters.
[[nodiscard]] QString trigramExpression(const QStringList &words);

} // namespace learnlab::mirror
