#pragma once

#include "support/clock.h"
#include "support/random.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

#include <array>
#include <compare>
#include <optional>

namespace learnlab::domain {

/// 16 bytes that name one thing of the kind Tag. Null (all zero) is "none"; as a folder it is the root.
template <class Tag>
class Id
{
public:
    using Bytes = std::array<quint8, 16>;

    constexpr Id() = default;
    explicit constexpr Id(const Bytes &bytes) : m_bytes(bytes) {}

    [[nodiscard]] const Bytes &bytes() const { return m_bytes; }
    [[nodiscard]] bool isNull() const { return m_bytes == Bytes{}; }
    friend auto operator<=>(const Id &, const Id &) = default;

private:
    Bytes m_bytes{};
};

/// 8-4-4-4-12 lower-case hex, as on the wire.
[[nodiscard]] QString uuidText(const std::array<quint8, 16> &bytes);
/// Nothing but the 36-character form is accepted, in either case.
[[nodiscard]] std::optional<std::array<quint8, 16>> uuidFromText(QStringView text);
/// RFC 9562 UUIDv7: 48 bits of Unix milliseconds, then random bits. Ids of one program sort by time, which lets the
/// mirror append instead of splitting pages.
[[nodiscard]] std::array<quint8, 16> makeUuid7(const support::Clock &clock, support::Random &random);

template <class IdType>
[[nodiscard]] QString toText(const IdType &id)
{
    return uuidText(id.bytes());
}

template <class IdType>
[[nodiscard]] std::optional<IdType> fromText(QStringView text)
{
    const auto bytes = uuidFromText(text);
    return bytes ? std::optional<IdType>(IdType(*bytes)) : std::nullopt;
}

/// The 16 bytes as the mirror stores them.
template <class IdType>
[[nodiscard]] QByteArray toBlob(const IdType &id)
{
    return QByteArray(reinterpret_cast<const char *>(id.bytes().data()), 16);
}

/// Anything but 16 bytes gives the null id.
template <class IdType>
[[nodiscard]] IdType fromBlob(const QByteArray &blob)
{
    typename IdType::Bytes bytes{};
    if (blob.size() == 16)
        std::copy(blob.begin(), blob.end(), bytes.begin());
    return IdType(bytes);
}

template <class IdType>
[[nodiscard]] IdType makeId(const support::Clock &clock, support::Random &random)
{
    return IdType(makeUuid7(clock, random));
}

template <class Tag>
size_t qHash(const Id<Tag> &id, size_t seed = 0)
{
    return qHashBits(id.bytes().data(), 16, seed);
}

using UserId = Id<struct UserTag>;
using SessionId = Id<struct SessionTag>;
using FileId = Id<struct FileTag>;
using FolderId = Id<struct FolderTag>;
using UploadId = Id<struct UploadTag>;
using OperationId = Id<struct OperationTag>;
using TransferId = Id<struct TransferTag>;
using ActionId = Id<struct ActionTag>; ///< what the user did as one thing; of a drop its group's id

/// The folder that has no row: everything at the top has it as parent.
inline constexpr FolderId rootFolder{};

} // namespace learnlab::domain
