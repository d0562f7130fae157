#include "commands/verify_receipt.h"

#include "commands/receipt_words.h"

#include <QCryptographicHash>
#include <QFile>

namespace learnlab::cli {

namespace {

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
    result().lines = QStringList{QLatin1String(said.sentence)} + claimsLines(claims);
    result().lines.append(content ? QStringLiteral("The file is the one that it names.")
                                  : QStringLiteral("The file itself was not looked at: --file."));
    finish();
}

} // namespace learnlab::cli
