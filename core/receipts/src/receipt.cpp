#include "receipts/receipt.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <openssl/evp.h>

#include <memory>

namespace learnlab::receipts {

namespace {

constexpr qsizetype mostBytes = 1 << 20;
constexpr qsizetype keyBytes = 32;

std::optional<QJsonObject> objectIn(const QByteArray &text)
{
    QJsonParseError error;
    const auto document = text.size() > mostBytes ? QJsonDocument() : QJsonDocument::fromJson(text, &error);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

std::optional<QString> textOf(const QJsonObject &object, QLatin1String name)
{
    const auto value = object.value(name);
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

std::optional<QDateTime> timeOf(const QJsonObject &object, QLatin1String name)
{
    const auto time = QDateTime::fromString(object.value(name).toString(), Qt::ISODateWithMs);
    return time.isValid() && time.timeSpec() != Qt::LocalTime ? std::optional(time.toUTC()) : std::nullopt;
}

std::optional<QByteArray> bytesOf(const QJsonObject &object, QLatin1String name, qsizetype size)
{
    const auto strict = QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors;
    const auto decoded = QByteArray::fromBase64Encoding(object.value(name).toString().toLatin1(), strict);
    return decoded && (*decoded).size() == size ? std::optional(*decoded) : std::nullopt;
}

struct Key
{
    QString id;
    QByteArray raw;
    QDateTime from;
    std::optional<QDateTime> until;
};

std::optional<QList<Key>> keysIn(const QByteArray &text)
{
    const auto object = objectIn(text);
    const auto list = object ? object->value(QLatin1String("keys")).toArray() : QJsonArray();
    QList<Key> keys;
    for (const auto &value : list) {
        const auto item = value.toObject();
        const auto id = textOf(item, QLatin1String("id"));
        const auto raw = bytesOf(item, QLatin1String("public_key"), keyBytes);
        const auto from = timeOf(item, QLatin1String("from"));
        const auto until = timeOf(item, QLatin1String("until"));
        const auto end = item.value(QLatin1String("until"));
        if (!id || !raw || !from || (!until && !end.isNull() && !end.isUndefined()))
            return std::nullopt;
        keys.append({*id, *raw, *from, until});
    }
    return keys.isEmpty() ? std::nullopt : std::optional(keys);
}

std::optional<Claims> claimsIn(const QJsonObject &payload)
{
    Claims claims;
    const auto user = payload.value(QLatin1String("user")).toObject();
    const auto committed = timeOf(payload, QLatin1String("committed_at"));
    const auto verified = timeOf(payload, QLatin1String("verified_at"));
    for (const auto &[name, text] :
         {std::pair(QLatin1String("server_id"), &claims.serverId), std::pair(QLatin1String("file_id"), &claims.fileId),
          std::pair(QLatin1String("name"), &claims.name)}) {
        const auto found = textOf(payload, name);
        if (!found)
            return std::nullopt;
        *text = *found;
    }
    const auto digest = textOf(payload, QLatin1String("sha256"));
    const auto username = textOf(user, QLatin1String("username"));
    claims.size = payload.value(QLatin1String("size")).toInteger(-1);
    claims.revision = payload.value(QLatin1String("revision")).toInteger(-1);
    if (!committed || !verified || !digest || !username || claims.size < 0 || claims.revision < 0)
        return std::nullopt;
    claims.keyId = payload.value(QLatin1String("key_id")).toString();
    claims.sha256 = digest->toLatin1();
    claims.username = *username;
    claims.committedAt = *committed;
    claims.verifiedAt = *verified;
    return claims;
}

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

bool signatureFits(const QByteArray &publicKey, const QByteArray &message, const QByteArray &signature)
{
    const std::unique_ptr<EVP_PKEY, void (*)(EVP_PKEY *)> key(
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw(publicKey), size_t(publicKey.size())),
        EVP_PKEY_free);
    const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX *)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    return key && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), raw(signature), size_t(signature.size()), raw(message),
                            size_t(message.size())) == 1;
}

} // namespace

Checked check(const QByteArray &receipt, const QByteArray &keysText, const std::optional<Content> &content)
{
    const auto keys = keysIn(keysText);
    if (!keys)
        return {Verdict::NotKeys, {}};
    const auto outer = objectIn(receipt);
    const auto text = outer ? textOf(*outer, QLatin1String("payload")) : std::nullopt;
    const auto payload = text ? objectIn(text->toUtf8()) : std::nullopt;
    auto claims = payload ? claimsIn(*payload) : std::nullopt;
    const auto keyId = outer ? textOf(*outer, QLatin1String("key_id")) : std::nullopt;
    if (!claims || !keyId || textOf(*payload, QLatin1String("key_id")) != keyId)
        return {Verdict::NotAReceipt, {}};
    const auto key = std::find_if(keys->begin(), keys->end(), [&](const Key &one) { return one.id == *keyId; });
    if (key == keys->end())
        return {Verdict::KeyUnknown, {}};
    claims->keyFingerprint = QCryptographicHash::hash(key->raw, QCryptographicHash::Sha256).toHex();
    const auto signature = bytesOf(*outer, QLatin1String("signature"), 64);
    if (!signature || !signatureFits(key->raw, "learnlab-receipt-v1\n" + text->toUtf8(), *signature))
        return {Verdict::Changed, {}};
    if (claims->verifiedAt < key->from || (key->until && claims->verifiedAt > *key->until))
        return {Verdict::KeyNotValid, {}};
    if (content && (content->size != claims->size || content->sha256 != claims->sha256))
        return {Verdict::OtherContent, claims};
    return {Verdict::Genuine, claims};
}

} // namespace learnlab::receipts
