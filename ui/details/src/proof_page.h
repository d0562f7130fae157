#pragma once

#include "receipts/receipt.h"

#include <QtGui/QFont>

namespace learnlab::ui {

/// A proof of upload as one page for people who have never heard of it; the receipt itself is attached to it as
/// "receipt.json".
struct ProofPage
{
    receipts::Claims claims;
    QByteArray receipt; ///< JSON
    QString server;
    QFont font;
    QFont codeFont;
    bool rightToLeft = false;
};

/// As PDF. Embeds fonts, which takes a moment: not for the UI thread.
[[nodiscard]] QByteArray proofPdf(const ProofPage &page);

} // namespace learnlab::ui
