#pragma once

#include "name_weights.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace learnlab::mirror {

/// A name without case, accents and compatibility forms, with the digits of every script as ASCII has them: what search
/// compares.
[[nodiscard]] QString searchKey(const QString &name);

/// Bytes whose order is the natural order of names in the reader's language: runs of digits by their value ("a2" before
/// "a10"), letters by the alphabet without regard to case, accents where nothing else tells two names apart.
[[nodiscard]] QByteArray sortKey(const QString &name, FirstScript first);
/// The same, with what searchKey() gave of the name, in UTF-8.
[[nodiscard]] QByteArray sortKey(const QString &name, const QByteArray &folded, FirstScript first);
/// The words of a search, folded like searchKey.
[[nodiscard]] QStringList searchWords(const QString &text);

} // namespace learnlab::mirror
