#pragma once

#include "domain/entities.h"

#include <chrono>

namespace learnlab::domain {

/// A proof of upload as the server signed it (docs/receipts.md). Nothing that it says is believed before it was checked
/// (receipts/receipt.h).
struct Receipt
{
    QString payload; ///< canonical JSON, exactly as it was signed
    QByteArray signature; ///< Base64
    QString keyId;
    friend bool operator==(const Receipt &, const Receipt &) = default;
};

/// A content that the server does not have as it was committed, and will never sign.
struct RefusedReceipt
{
    qint64 revision = 0; ///< of the file's row at the commit
    Timestamp committedAt;
    QString code; ///< "object_missing", "digest_mismatch"
    std::optional<FileId> file = {}; ///< in a list of all files': whose content it was, and its name then
    QString name = {};
    friend bool operator==(const RefusedReceipt &, const RefusedReceipt &) = default;
};

/// What a server says of the contents that one file was ever committed with, or a page of those of all files.
struct Receipts
{
    QList<Receipt> receipts; ///< in the order of their commits
    QList<RefusedReceipt> refused;
    std::optional<std::chrono::seconds> retryAfter; ///< the server still reads a content: ask again after this
    qint64 unread = 0; ///< in a page: contents that the server has yet to read
    QString after; ///< in a page: where the next begins; empty: it is the last
    QByteArray keys; ///< the list of the server's keys as JSON, to be saved as it is; empty where there are no receipts
    friend bool operator==(const Receipts &, const Receipts &) = default;
};

} // namespace learnlab::domain
