#pragma once

#include "domain/error.h"

#include <QString>

namespace learnlab::mirror {

// How a mirror made anew takes the place of a damaged one. The queue must be in the mirror that is used, whenever the
// program is killed or the power fails, so what lies beside PATH says how far it went:
//
//   PATH.made    whole and on disk, with all that was carried over: it alone counts. Whatever is still at PATH is only
//                moved out of its way, as often as it takes.
//   PATH.draft   without PATH.made: perhaps half made. It is thrown away and made again from the damaged mirror, which
//                nothing has touched yet.
//   neither      what is at PATH is the mirror.
//
// One rename leads from each to the next, so nothing is ever carried over twice. The folder is synced after each step:
// nothing is taken away before PATH.made is there for good, the new mirror cannot meet the log of the damaged one, and
// nothing is written to it under a name that a power cut would take back.

/// Throws away what an interrupted start left of a draft, and says where one goes.
[[nodiscard]] domain::Result<QString> cleanDraft(const QString &path);
/// The draft, closed and with an empty log, becomes PATH.made.
[[nodiscard]] domain::Result<void> finishDraft(const QString &path);
[[nodiscard]] bool replacementIsMade(const QString &path);
/// Sets what is at PATH aside as "PATH.damaged-N", with its log, and PATH.made becomes PATH.
[[nodiscard]] domain::Result<void> putReplacement(const QString &path);

} // namespace learnlab::mirror
