#pragma once

#include "receipts/receipt.h"

#include <QtCore/QLocale>

namespace learnlab::ui {

// What a proof of upload says, in the words of the dialog and of the page that is saved. Pure functions: any thread.

struct ProofFact
{
    QString label;
    QString value;
    bool code = false; ///< digits to compare: in a fixed width, left to right
};

/// `server` is its address as the user knows it.
[[nodiscard]] QList<ProofFact> proofFacts(const receipts::Claims &claims, const QString &server, const QLocale &locale);
/// One sentence: what the proof is worth.
[[nodiscard]] QString proofSentence(const receipts::Claims &claims);
/// Where everybody gets the keys that proofs are checked by.
[[nodiscard]] QString keysAddress(const QString &server);
/// What to type to check it; `file` is the name of what was handed in.
[[nodiscard]] QString checkCommand(const QString &file);

/// "9f2c 41d8 …", in lines of `groups` groups.
[[nodiscard]] QString inGroups(const QByteArray &hex, int groups);
/// For the names of files that are saved: "essay.pdf" gives "essay.pdf proof.SUFFIX".
[[nodiscard]] QString proofFileName(const QString &name, const QString &suffix);

} // namespace learnlab::ui
