#pragma once

#include "sha256.h"

#include <array>

namespace learnlab::transfer {

/// The digest of a whole and those of its parts from one look at the bytes. What SHA-256 makes of a block before it
/// goes into the state is the same for both, so where the processor has instructions for it the second digest costs a
/// third of the first; elsewhere OpenSSL makes both. All parts but the last are of the size given.
class Sha256Pair
{
public:
    explicit Sha256Pair(qint64 partSize);
    void add(const char *bytes, qint64 size); ///< must not go beyond the end of a part
    [[nodiscard]] QByteArray finishPart();    ///< and begins the next
    [[nodiscard]] QByteArray finish();        ///< of the whole; empty when OpenSSL failed

private:
    using State = std::array<quint32, 8>;
    [[nodiscard]] QByteArray finished(const State &state, quint64 length) const;

    bool m_paired;
    // one look
    State m_wholeState;
    State m_partState;
    std::array<uchar, 64> m_rest{}; ///< of both: parts end where blocks do
    size_t m_restSize = 0;
    quint64 m_wholeLength = 0;
    quint64 m_partLength = 0;
    // OpenSSL
    Sha256 m_whole;
    Sha256 m_part;
};

} // namespace learnlab::transfer
