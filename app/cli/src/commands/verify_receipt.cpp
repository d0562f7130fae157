#include "commands/verify_receipt.h"

#include "sentences.h"

#include "receipts/receipt.h"

#include <QCryptographicHash>
#include <QFile>

namespace learnlab::cli {

namespace {

struct Said
{
    const char *code;
    const char *sentence;
};

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

std::optional<QByteArray> readFile(const QByteArray &path)
{
    constexpr qint64 most = 2 << 20;
    QFile file(QFile::decodeName(path));
    return file.open(QIODevice::ReadOnly) ? std::optional(file.read(most)) : std::nullopt;
}

std::optional<receipts::Content> contentOf(const QByteArray &path)
{
    QFile file(QFile::decodeName(path));
    QCryptographicHash digest(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !digest.addData(&file))
        return std::nullopt;
    return receipts::Content{file.size(), digest.result().toHex()};
}

QJsonObject claimsJson(const receipts::Claims &claims)
{
    return {{QStringLiteral("server_id"), claims.serverId},
            {QStringLiteral("file_id"), claims.fileId},
            {QStringLiteral("revision"), claims.revision},
            {QStringLiteral("name"), claims.name},
            {QStringLiteral("size"), claims.size},
            {QStringLiteral("sha256"), QString::fromLatin1(claims.sha256)},
            {QStringLiteral("username"), claims.username},
            {QStringLiteral("committed_at"), claims.committedAt.toString(Qt::ISODateWithMs)},
            {QStringLiteral("verified_at"), claims.verifiedAt.toString(Qt::ISODateWithMs)}};
}

} // namespace

Usage VerifyReceipt::usage() const
{
    return {QStringLiteral("RECEIPT"),
            QStringLiteral("Says whether a proof of upload is true; needs no account and no network."),
            {QCommandLineOption(QStringLiteral("keys"),
                                QStringLiteral("The server's receipt keys, saved from /api/v2/receipt-keys."),
                                QStringLiteral("FILE")),
             QCommandLineOption(QStringLiteral("file"), QStringLiteral("The file that was handed in, to compare."),
                                QStringLiteral("CONTENT"))},
            1,
            1};
}

QString VerifyReceipt::check(const Given &given) const
{
    return given.has("keys") ? QString() : QStringLiteral("--keys FILE is missing");
}

void VerifyReceipt::run()
{
    const auto receipt = readFile(bytesOf(given().arguments.first()));
    const auto keys = readFile(bytesOf(given().options.value(QStringLiteral("keys"))));
    std::optional<receipts::Content> content;
    if (given().has("file"))
        content = contentOf(bytesOf(given().options.value(QStringLiteral("file"))));
    if (!receipt || !keys || (given().has("file") && !content)) {
        finish({domain::ErrorCode::LocalUnreadable, {}});
        return;
    }
    const auto checked = receipts::check(*receipt, *keys, content);
    const auto said = sayVerdict(checked.verdict);
    const bool genuine = checked.verdict == receipts::Verdict::Genuine;
    result().document.insert(QStringLiteral("valid"), genuine);
    result().document.insert(QStringLiteral("verdict"), QLatin1String(said.code));
    if (!genuine) {
        result().remark(QLatin1String(said.sentence));
        result().raise(ExitCode::Failed);
        finish();
        return;
    }
    const auto &claims = *checked.claims;
    result().document.insert(QStringLiteral("receipt"), claimsJson(claims));
    result().document.insert(QStringLiteral("content_checked"), content.has_value());
    result().lines = {QLatin1String(said.sentence),
                      QStringLiteral("  %1, %2 bytes").arg(printable(claims.name)).arg(claims.size),
                      QStringLiteral("  handed in by %1").arg(printable(claims.username)),
                      QStringLiteral("  %1").arg(claims.committedAt.toString(Qt::ISODate)),
                      QStringLiteral("  SHA-256 %1").arg(QString::fromLatin1(claims.sha256)),
                      content ? QStringLiteral("The file is the one that it names.")
                              : QStringLiteral("The file itself was not looked at: --file.")};
    finish();
}

} // namespace learnlab::cli
