#pragma once

#include "domain/receipt.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace learnlab::receipts {

/// What a LearnLab server signs to say that it has had a content: Ed25519 over a prefix and canonical JSON
/// (docs/receipts.md). Checking needs no network, only a list of the server's keys that was saved before. Pure
/// functions; any thread.

/// What a receipt says.
struct Claims
{
    QString serverId;
    QString keyId;
    QByteArray keyFingerprint; ///< SHA-256 of the public key, lower-case hex: what people compare
    QString fileId;
    qint64 revision = 0;
    QString name; ///< hostile, as every name from outside
    qint64 size = 0;
    QByteArray sha256; ///< lower-case hex
    QString username;
    QDateTime committedAt; ///< by the server's clock
    QDateTime verifiedAt;
};

enum class Verdict {
    Genuine,
    NotAReceipt,
    NotKeys,      ///< what should be the list of keys is none
    KeyUnknown,   ///< another server's, or newer than the list
    Changed,      ///< the signature does not belong to it
    KeyNotValid,  ///< signed at a time when the key was not in use
    OtherContent, ///< genuine, but for another file
};

struct Checked
{
    Verdict verdict = Verdict::NotAReceipt;
    std::optional<Claims> claims; ///< when Genuine or OtherContent
};

struct Content
{
    qint64 size = 0;
    QByteArray sha256; ///< lower-case hex
};

/// `receipt`: one of GET /api/v2/files/{id}/receipts as JSON. `keys`: the saved answer of GET /api/v2/receipt-keys.
[[nodiscard]] Checked check(const QByteArray &receipt, const QByteArray &keys,
                            const std::optional<Content> &content = std::nullopt);

/// A receipt as check() takes it and as it is saved and given to others.
[[nodiscard]] QByteArray toJson(const domain::Receipt &receipt);

/// How a file stands by what its server says of it.
struct Standing
{
    enum class State {
        Proved,  ///< there is a receipt of this content, and it is genuine
        Reading, ///< not yet: the server reads the content back
        Refused, ///< the server does not have the content as it was handed in
        Untrue,  ///< there is one, and it is not genuine by the server's own keys
        None,    ///< from a time before there were receipts
    };
    State state = State::None;
    std::optional<domain::Receipt> receipt; ///< Proved, Untrue
    std::optional<Claims> claims;           ///< Proved
};

/// `content`: what the file is now. Of several receipts the last one counts.
[[nodiscard]] Standing standingOf(const domain::Receipts &told, const QString &fileId, const Content &content);

} // namespace learnlab::receipts
