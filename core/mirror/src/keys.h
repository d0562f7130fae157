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
/// The same from what searchKey() gave, in UTF-8.
[[nodiscard]] QByteArray sortKeyOfFolded(const QByteArray &folded);
/// The words of a search, folded like searchKey.
[[nodiscard]] QStringList searchWords(const QString &text);

} // namespace learnlab::mirror
