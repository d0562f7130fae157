#pragma once

#include "mirror/rows.h"

#include <QList>

namespace learnlab::mirror {

/// A copy below ACCOUNT/open that programs of this computer work on.
struct OpenedCopy
{
    QString place;   ///< its folder below open/, "ID/LABEL"
    QByteArray name; ///< of the copy in that folder, the system's bytes
    domain::FileId fileId;
    QByteArray sha256; ///< of what it held when it was last looked at in peace
    QByteArray
        baseSha256; ///< the server's version that it stands on; empty: of a file that the server does not have yet
    qint64 baseRevision = 0;   ///< that its upload asks the server to have; 0: none asked for
    QList<QByteArray> earlier; ///< versions of it since the base, which the server may have got
    domain::LocalStamp stamp;  ///< of the copy when it held sha256; size -1: not placed yet
    domain::Timestamp openedAt;
    domain::TransferId transferId; ///< the upload that is to bring it to the server

    /// Holds what the server has not confirmed: its bytes are in content/ too, and stay until it has.
    [[nodiscard]] bool isEdited() const { return sha256 != baseSha256 || !transferId.isNull(); }
    friend bool operator==(const OpenedCopy &, const OpenedCopy &) = default;
};

/// Bytes here with where their file is.
struct PlacedContent
{
    ContentRow content;
    std::optional<domain::FolderId> folder; ///< none: the file is gone
    bool trashed = false;                   ///< by itself
};

/// What is kept on this computer, in numbers.
struct KeptSummary
{
    qint64 files = 0;   ///< to be here on request, by themselves or with a folder
    qint64 missing = 0; ///< of these, those whose bytes are not here
    qint64 missingBytes = 0;
    qint64 bytes = 0;       ///< of all that is here
    qint64 pinnedBytes = 0; ///< of these, those that are never let go by themselves
    qint64 edited = 0;      ///< opened copies that the server has not confirmed
    friend bool operator==(const KeptSummary &, const KeptSummary &) = default;
};

} // namespace learnlab::mirror
