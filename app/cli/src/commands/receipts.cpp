#include "commands/receipts.h"

#include "commands/receipt_words.h"
#include "rows.h"
#include "sentences.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>

namespace learnlab::cli {

namespace {

using domain::ErrorCode;
using State = receipts::Standing::State;

constexpr std::chrono::seconds usualReadingWait{60};

std::optional<std::chrono::seconds> readingWaitFrom(const QString &text)
{
    bool good = false;
    const int seconds = text.toInt(&good);
    return good && seconds >= 0 ? std::optional(std::chrono::seconds(seconds)) : std::nullopt;
}

receipts::Content contentNow(const domain::File &file)
{
    return {file.fileSize, file.contentSha256.toHex()};
}

QString serverAlone()
{
    return QStringLiteral("A receipt is signed by the server; without it there is none.");
}

} // namespace

QCommandLineOption ReceiptCommand::waitOption()
{
    return QCommandLineOption(QStringLiteral("wait"),
                              QStringLiteral("How long to stay while the server reads the file back, in seconds; 60 by "
                                             "default."),
                              QStringLiteral("SECONDS"));
}

QString ReceiptCommand::checkWait(const Given &given)
{
    return given.has("wait") && !readingWaitFrom(given.text("wait")) ? QStringLiteral("--wait is a number of seconds")
                                                                     : QString();
}

void ReceiptCommand::ready()
{
    if (offline()) {
        result().remark(serverAlone());
        finish({ErrorCode::Offline, {}});
        return;
    }
    refreshThen([this] { begin(); });
}

void ReceiptCommand::begin()
{
    if (unreachable()) {
        result().remark(serverAlone());
        finish(*unreachable());
        return;
    }
    if (given().arguments.isEmpty()) {
        askAboutAll();
        return;
    }
    forEachItem(
        textOf(given().arguments),
        [this](domain::ItemRef item, const QString &path, const std::function<void()> &next) {
            look(item, path, next);
        },
        [this] { done(); });
}

void ReceiptCommand::look(domain::ItemRef item, const QString &path, const std::function<void()> &next)
{
    const auto file = item.kind == domain::ItemKind::File ? reader().file(item.fileId()) : std::nullopt;
    if (!file) {
        result().remark(QStringLiteral("A receipt is for a file, not for a folder."));
        result().fail({ErrorCode::NotFound, {}}, path);
    } else if (file->revision == 0) {
        result().remark(QStringLiteral("It is not on the server yet; sync sends what waits."));
        result().fail({ErrorCode::UploadState, {}}, path);
    } else {
        askAbout(*file, path, next);
        return;
    }
    next();
}

void ReceiptCommand::askAbout(const domain::File &file, const QString &path, const std::function<void()> &next)
{
    commands().receipts(file.id, this, [this, file, path, next](const domain::Result<domain::Receipts> &answer) {
        if (isFinished())
            return;
        if (!answer) {
            result().fail(answer.error(), path);
        } else if (answer->retryAfter) {
            if (waitFor(*answer->retryAfter, [this, file, path, next] { askAbout(file, path, next); }))
                return;
            told(file, path, *answer);
        } else {
            told(file, path, *answer);
        }
        next();
    });
}

bool ReceiptCommand::waitFor(std::chrono::seconds time, const std::function<void()> &next)
{
    const auto limit = std::chrono::milliseconds(readingWaitFrom(given().text("wait")).value_or(usualReadingWait));
    if (!m_reading.isValid()) {
        m_reading.start();
        if (limit.count() > 0)
            printError(QStringLiteral("The server reads the file back; waiting for it."));
    }
    const auto left = limit - std::chrono::milliseconds(m_reading.elapsed());
    if (left.count() <= 0)
        return false;
    QTimer::singleShot(std::min<std::chrono::milliseconds>(time, left), this, [this, next] {
        if (!isFinished())
            next();
    });
    return true;
}

Usage Receipt::usage() const
{
    return {
        QStringLiteral("PATH"),
        QStringLiteral("Prints or saves the proof of upload of a file."),
        {QCommandLineOption(QStringLiteral("to"), QStringLiteral("Saves the receipt here."), QStringLiteral("FILE")),
         QCommandLineOption(QStringLiteral("keys"),
                            QStringLiteral("Saves the server's receipt keys here, to check it with."),
                            QStringLiteral("FILE")),
         waitOption()},
        1,
        1};
}

QString Receipt::check(const Given &given) const
{
    return checkWait(given);
}

void Receipt::told(const domain::File &file, const QString &path, const domain::Receipts &receipts)
{
    const auto standing = receipts::standingOf(receipts, domain::toText(file.id), contentNow(file));
    switch (standing.state) {
    case State::Proved:
        break;
    case State::Reading:
        result().remark(QStringLiteral("The server is still reading the file back, and signs afterwards. Ask again."));
        result().fail({ErrorCode::Unavailable, {}}, path);
        return;
    case State::Refused:
        result().remark(QStringLiteral("The server does not have the content as it was uploaded, and does not sign it. "
                                       "Upload the file again."));
        result().fail({ErrorCode::DigestMismatch, {}}, path);
        return;
    case State::Untrue:
        result().remark(QStringLiteral("The server's receipt does not stand up to its own keys."));
        result().fail({ErrorCode::BadAnswer, {}}, path);
        return;
    case State::None:
        result().remark(QStringLiteral("There is none: the file was there before the server made receipts."));
        result().fail({ErrorCode::NotFound, {}}, path);
        return;
    }
    const QByteArray json = receipts::toJson(*standing.receipt);
    const bool saves = given().has("to");
    if ((saves && !save("to", json)) || (given().has("keys") && !save("keys", receipts.keys)))
        return;
    const auto saved = [this](const char *option) {
        return given().has(option) ? QJsonValue(given().text(option)) : QJsonValue();
    };
    result().document = {{QStringLiteral("path"), path},
                         {QStringLiteral("receipt"), QJsonDocument::fromJson(json).object()},
                         {QStringLiteral("claims"), claimsJson(*standing.claims)},
                         {QStringLiteral("keys"), QJsonDocument::fromJson(receipts.keys).object()},
                         {QStringLiteral("saved_to"), saved("to")},
                         {QStringLiteral("keys_saved_to"), saved("keys")}};
    result().lines =
        saves ? QStringList{QStringLiteral("Saved: %1").arg(given().text("to"))} + claimsLines(*standing.claims)
              : QStringList{QString::fromUtf8(json.trimmed())};
}

bool Receipt::save(const char *option, const QByteArray &bytes)
{
    const QByteArray path = absoluteLocal(bytesOf(given().options.value(QLatin1String(option))));
    QFile file(QFile::decodeName(path));
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        result().fail({file.exists() ? ErrorCode::LocalExists : ErrorCode::LocalIo, {}}, file.fileName());
        return false;
    }
    if (file.write(bytes) == bytes.size() && file.flush())
        return true;
    (void)file.remove();
    result().fail({ErrorCode::LocalIo, {}}, file.fileName());
    return false;
}

Usage Receipts::usage() const
{
    return {
        QStringLiteral("[PATH...]"),
        QStringLiteral("Lists the proofs of upload, one for each content that a file ever had; without PATH those of "
                       "all files."),
        {waitOption()},
        0,
        -1};
}

void Receipts::told(const domain::File &, const QString &path, const domain::Receipts &receipts)
{
    list(receipts, path);
    if (receipts.retryAfter) {
        ++m_unread;
        result().remark(QStringLiteral("The server is still reading a content back, and signs afterwards. Ask again."));
        result().fail({ErrorCode::Unavailable, {}}, path);
    }
}

void Receipts::list(const domain::Receipts &receipts, const QString &path)
{
    for (const domain::Receipt &receipt : receipts.receipts) {
        const auto checked = receipts::check(receipts::toJson(receipt), receipts.keys);
        if (!checked.claims) {
            result().remark(QLatin1String(sayVerdict(checked.verdict).sentence));
            result().fail({ErrorCode::BadAnswer, {}}, path);
            continue;
        }
        const receipts::Claims &claims = *checked.claims;
        QJsonObject one = claimsJson(claims);
        one.insert(QStringLiteral("path"),
                   path.isEmpty() ? pathOf(domain::fromText<domain::FileId>(claims.fileId)) : QJsonValue(path));
        m_receipts.append({claims.committedAt, one,
                           QStringLiteral("%1  %2  %3  %4")
                               .arg(claims.committedAt.toString(Qt::ISODate), QString::fromLatin1(claims.sha256),
                                    sizeText(claims.size), printable(claims.name))});
    }
    for (const domain::RefusedReceipt &refused : receipts.refused) {
        m_refused.append(QJsonObject{{QStringLiteral("path"), path.isEmpty() ? pathOf(refused.file) : QJsonValue(path)},
                                     {QStringLiteral("revision"), refused.revision},
                                     {QStringLiteral("committed_at"), jsonTime(refused.committedAt)},
                                     {QStringLiteral("code"), refused.code}});
        m_refusedLines.append(QStringLiteral("%1  not signed: the server does not have it as it was uploaded  %2")
                                  .arg(timeText(refused.committedAt), printable(refused.name))
                                  .trimmed());
    }
}

void Receipts::askAboutAll()
{
    askForPage({});
}

void Receipts::askForPage(const QString &after)
{
    commands().allReceipts(after, this, [this](const domain::Result<domain::Receipts> &page) {
        if (isFinished())
            return;
        if (!page) {
            result().fail(page.error());
            done();
            return;
        }
        list(*page, {});
        m_unread += page->unread;
        if (!page->after.isEmpty()) {
            askForPage(page->after);
            return;
        }
        // The server has them by their files.
        std::ranges::stable_sort(m_receipts, {}, &Listed::committedAt);
        if (m_unread > 0)
            result().remark(
                QStringLiteral("Contents that the server has yet to read back and to sign: %1.").arg(m_unread));
        done();
    });
}

QJsonValue Receipts::pathOf(const std::optional<domain::FileId> &id) const
{
    const auto file = id ? reader().file(*id) : std::nullopt;
    return file && !file->isDeleted ? QJsonValue(reader().pathOf(domain::ItemRef::of(*id))) : QJsonValue();
}

void Receipts::done()
{
    QJsonArray receipts;
    for (const Listed &one : m_receipts) {
        receipts.append(one.json);
        result().lines.append(one.line);
    }
    result().lines.append(m_refusedLines);
    result().document = {{QStringLiteral("receipts"), receipts},
                         {QStringLiteral("refused"), m_refused},
                         {QStringLiteral("unread"), m_unread}};
    finish();
}

} // namespace learnlab::cli
