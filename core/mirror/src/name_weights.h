#pragma once

#include <QByteArray>
#include <QString>

#include <string_view>

namespace learnlab::mirror {

/// Whose letters come first among those of all scripts; digits come before all letters, signs before digits.
enum class FirstScript { Latin, Arabic };

/// What readers of this language (BCP 47, or as QLocale names it) expect.
[[nodiscard]] FirstScript firstScriptFor(const QString &language);

/// Where the character at this place of a folded name (searchKey() in UTF-8) comes in the order of names, and the place
/// behind it. A digit's weight is that of a number; its value is compared apart.
[[nodiscard]] quint32 takeWeight(std::string_view folded, size_t *at, FirstScript first);

/// Less than, equal to or greater than 0: the order that sortKey() gives, of folded names. What only accents tell apart
/// is equal.
[[nodiscard]] int compareNames(std::string_view left, std::string_view right, FirstScript first);

/// A weight as bytes, for keys: whichever weight is smaller has the smaller bytes, and none begins as another does.
void appendWeight(QByteArray *key, quint32 weight);

} // namespace learnlab::mirror
