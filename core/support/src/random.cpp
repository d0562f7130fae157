#include "support/random.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cstring>
#include <limits>

namespace learnlab::support {

quint64 Random::below(quint64 bound)
{
    // Draws that fall into the incomplete last block would favour small values: they are drawn again.
    const quint64 limit = std::numeric_limits<quint64>::max() - std::numeric_limits<quint64>::max() % bound;
    for (;;) {
        quint64 value = 0;
        fill({reinterpret_cast<quint8 *>(&value), sizeof value});
        if (value < limit)
            return value % bound;
    }
}

void SystemRandom::fill(std::span<quint8> bytes)
{
    // The generator speaks in words; the last one may be wanted only in part.
    while (!bytes.empty()) {
        const quint64 word = QRandomGenerator::system()->generate64();
        const size_t count = std::min(bytes.size(), sizeof word);
        std::memcpy(bytes.data(), &word, count);
        bytes = bytes.subspan(count);
    }
}

quint64 SeededRandom::next()
{
    m_state += 0x9E3779B97F4A7C15U;
    quint64 value = m_state;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31);
}

void SeededRandom::fill(std::span<quint8> bytes)
{
    while (!bytes.empty()) {
        const quint64 word = next();
        const size_t count = std::min(bytes.size(), sizeof word);
        std::memcpy(bytes.data(), &word, count);
        bytes = bytes.subspan(count);
    }
}

} // namespace learnlab::support
