#include "commands/receipt_words.h"

#include "sentences.h"

namespace learnlab::cli {

Said sayVerdict(receipts::Verdict verdict)
{
    using enum receipts::Verdict;
    switch (verdict) {
    case Genuine:
        return {"genuine", "The receipt is genuine."};
    case NotAReceipt:
        return {"receipt_malformed", "This is not a receipt of a LearnLab server."};
    case NotKeys:
        return {"keys_malformed", "This is not a list of a LearnLab server's receipt keys."};
    case KeyUnknown:
        return {"receipt_key_unknown", "The receipt was signed with a key that is not in the list of keys. It may be "
                                       "another server's, or newer than the list."};
    case Changed:
        return {"receipt_changed",
                "The signature does not belong to this receipt: it was changed, or made by someone else."};
    case KeyNotValid:
        return {"receipt_key_not_valid", "The receipt was signed at a time when its key was not in use."};
    case OtherContent:
        break;
    }
    return {"receipt_other_content", "The receipt is genuine, but it is for another content than this file's."};
}

QJsonObject claimsJson(const receipts::Claims &claims)
{
    return {{QStringLiteral("server_id"), claims.serverId},
            {QStringLiteral("key_id"), claims.keyId},
            {QStringLiteral("key_fingerprint"), QString::fromLatin1(claims.keyFingerprint)},
            {QStringLiteral("file_id"), claims.fileId},
            {QStringLiteral("revision"), claims.revision},
            {QStringLiteral("name"), claims.name},
            {QStringLiteral("size"), claims.size},
            {QStringLiteral("sha256"), QString::fromLatin1(claims.sha256)},
            {QStringLiteral("username"), claims.username},
            {QStringLiteral("committed_at"), claims.committedAt.toString(Qt::ISODateWithMs)},
            {QStringLiteral("verified_at"), claims.verifiedAt.toString(Qt::ISODateWithMs)}};
}

QStringList claimsLines(const receipts::Claims &claims)
{
    return {QStringLiteral("  %1, %2 bytes").arg(printable(claims.name)).arg(claims.size),
            QStringLiteral("  handed in by %1").arg(printable(claims.username)),
            QStringLiteral("  %1").arg(claims.committedAt.toString(Qt::ISODate)),
            QStringLiteral("  SHA-256 %1").arg(QString::fromLatin1(claims.sha256)),
            QStringLiteral("  signed by %1, fingerprint %2")
                .arg(printable(claims.keyId), QString::fromLatin1(claims.keyFingerprint))};
}

} // namespace learnlab::cli
