#pragma once

#include "receipts/receipt.h"

#include <QJsonObject>
#include <QStringList>

namespace learnlab::cli {

/// What checking a receipt came to: a code for programs, a sentence for people.
struct Said
{
    const char *code;
    const char *sentence;
};
[[nodiscard]] Said sayVerdict(receipts::Verdict verdict);

[[nodiscard]] QJsonObject claimsJson(const receipts::Claims &claims);
/// What it says, for people: name, size, who, when, digest, key.
[[nodiscard]] QStringList claimsLines(const receipts::Claims &claims);

} // namespace learnlab::cli
