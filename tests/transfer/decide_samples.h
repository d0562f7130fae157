#pragma once

#include "transfer/decide.h"

namespace learnlab::transfer {

// Transfers, answers and circumstances for tests of decisions.
using api::UploadStatus;
using domain::Error;
using domain::ErrorCode;
using domain::Transfer;
using domain::TransferKind;
using domain::TransferState;

template <class IdType>
IdType idOf(quint8 last)
{
    typename IdType::Bytes bytes{};
    bytes[15] = last;
    return IdType(bytes);
}

inline const QByteArray digestA(32, 'a');
inline const QByteArray digestB(32, 'b');
inline const domain::LocalStamp stampA{.size = 50, .mtimeNs = 1, .inode = 2, .device = 3};
inline const domain::LocalStamp stampB{.size = 60, .mtimeNs = 9, .inode = 2, .device = 3};

inline Circumstances here()
{
    Circumstances at;
    at.now = domain::Timestamp(std::chrono::seconds(1'800'000'000));
    at.freshUploadId = idOf<domain::UploadId>(77);
    at.partSize = 100;
    at.multipartThreshold = 300;
    return at;
}

inline Transfer upload(TransferState state)
{
    Transfer transfer;
    transfer.id = idOf<domain::TransferId>(1);
    transfer.fileId = idOf<domain::FileId>(2);
    transfer.state = state;
    transfer.localPath = "/home/a";
    transfer.filename = QStringLiteral("a");
    transfer.stamp = stampA;
    transfer.bytesTotal = stampA.size;
    return transfer;
}

inline Transfer sendingUpload(TransferState state)
{
    Transfer transfer = upload(state);
    transfer.sha256 = digestA;
    transfer.uploadId = idOf<domain::UploadId>(5);
    return transfer;
}

inline Transfer download(TransferState state)
{
    Transfer transfer = upload(state);
    transfer.kind = TransferKind::Download;
    transfer.localPath = "/out/a.txt";
    transfer.stamp = {};
    return transfer;
}

inline api::UploadAnswer answered(UploadStatus status)
{
    api::UploadAnswer answer;
    answer.status = status;
    return answer;
}

inline api::UploadAnswer refusedBy(ErrorCode code)
{
    api::UploadAnswer answer = answered(UploadStatus::Failed);
    answer.error = Error{code, {}};
    return answer;
}

inline domain::File fileWith(const QByteArray &digest)
{
    domain::File file;
    file.id = idOf<domain::FileId>(9);
    file.fileSize = stampA.size;
    file.contentSha256 = digest;
    file.revision = 4;
    return file;
}

} // namespace learnlab::transfer
