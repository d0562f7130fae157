#include "side.h"

#include <domain/names.h>
#include <receipts/receipt.h>

#include "core/api/src/http_receipts.h"
#include "core/api/src/parse.h"
#include "core/api/src/problem.h"
#include "core/api/src/rfc3339.h"

namespace learnlab::fuzz {

namespace {

QByteArray bytesOf(std::string_view input)
{
    return {input.data(), static_cast<qsizetype>(input.size())};
}

bool isOneName(const QString &name)
{
    return !name.isEmpty() && name != QLatin1String(".") && name != QLatin1String("..") &&
           !name.contains(QLatin1Char('/')) && !name.contains(QChar(0)) && name.toUtf8().size() <= 255;
}

/// The keys stand in the same answer: what is genuine by them is proved, and of the content that it names.
void judgeReceipts(const QJsonValue &body, const QByteArray &text)
{
    static_cast<void>(api::parseReceiptPage(body));
    auto told = api::parseReceipts(body);
    if (!told)
        return;
    told->keys = text;
    for (const domain::Receipt &receipt : told->receipts) {
        const auto checked = receipts::check(receipts::toJson(receipt), told->keys);
        const auto claims = checked.claims.value_or(receipts::Claims());
        const auto standing = receipts::standingOf(*told, claims.fileId, {claims.size, claims.sha256});
        if (standing.state == receipts::Standing::State::Proved)
            promise(standing.claims->fileId == claims.fileId && standing.claims->sha256 == claims.sha256);
    }
}

void parseAs(int call, const QJsonValue &body, const QByteArray &text)
{
    switch (call) {
    case 0:
        static_cast<void>(api::parseCapabilities(body));
        break;
    case 1:
        static_cast<void>(api::parseTokens(body));
        break;
    case 2:
        static_cast<void>(api::parseSessions(body));
        break;
    case 3:
        static_cast<void>(api::parseChanges(body));
        break;
    case 4:
        static_cast<void>(api::parseOperationResults(body));
        break;
    case 5:
        static_cast<void>(api::parseUploadAnswers(body));
        break;
    case 6:
        static_cast<void>(api::parseUploadState(body));
        break;
    case 7:
        static_cast<void>(api::parsePartUrls(body));
        break;
    case 8:
        static_cast<void>(api::parseDownloads(body));
        break;
    case 9:
        static_cast<void>(api::parseUsage(body));
        break;
    case 11:
        judgeReceipts(body, text);
        break;
    default:
        static_cast<void>(api::parseProblem(body));
    }
}

} // namespace

void answer(std::string_view input)
{
    if (input.empty())
        return;
    const int first = static_cast<unsigned char>(input.front());
    const QByteArray body = bytesOf(input.substr(1));
    if (const auto json = api::parseJson(body))
        parseAs(first % 12, *json, body);
    static_cast<void>(api::checkReceiptKeys(body));
    static_cast<void>(api::errorOfAnswer(400 + first, body, body.left(40)));
    const QString text = QString::fromUtf8(body);
    if (const auto url = api::parseStoreUrl(text))
        promise(url->scheme() == QLatin1String("https") || api::isLoopback(*url));
    if (const auto time = api::timeFromText(text))
        promise(api::timeFromText(api::timeText(*time)).has_value());
}

void local_name(std::string_view input)
{
    const QByteArray bytes = bytesOf(input);
    const QString name = QString::fromUtf8(bytes);
    promise(isOneName(domain::safeLocalName(name)));
    promise(isOneName(domain::exactLocalName(name)));
    promise(!domain::hasBidiControls(domain::displayName(name)));
    if (const auto normal = domain::normalName(name))
        promise(domain::normalName(*normal) == *normal);
    static_cast<void>(domain::nameFromLocal(bytes));
}

} // namespace learnlab::fuzz
