#include "sha256_pair.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>
#endif

namespace learnlab::transfer {

namespace {

using Words = std::array<quint32, 8>;

constexpr size_t blockSize = 64;
constexpr Words initial{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};

#if defined(__x86_64__)

alignas(16) constexpr quint32 constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

bool hasInstructions()
{
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    if (__get_cpuid(1, &a, &b, &c, &d) == 0 || (c & bit_SSE4_1) == 0 || (c & bit_SSSE3) == 0)
        return false;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & bit_SHA) != 0;
}

/// A state in the order that the instructions want it.
struct Lanes
{
    __m128i abef;
    __m128i cdgh;
};

__attribute__((target("sha,sse4.1,ssse3"))) inline Lanes packed(const Words &state)
{
    const __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i *>(state.data())), 0xB1);
    const __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i *>(state.data() + 4)), 0x1B);
    return {_mm_alignr_epi8(cdab, efgh, 8), _mm_blend_epi16(efgh, cdab, 0xF0)};
}

__attribute__((target("sha,sse4.1,ssse3"))) inline void unpack(const Lanes &lanes, Words *state)
{
    const __m128i feba = _mm_shuffle_epi32(lanes.abef, 0x1B);
    const __m128i dchg = _mm_shuffle_epi32(lanes.cdgh, 0xB1);
    _mm_storeu_si128(reinterpret_cast<__m128i *>(state->data()), _mm_blend_epi16(feba, dchg, 0xF0));
    _mm_storeu_si128(reinterpret_cast<__m128i *>(state->data() + 4), _mm_alignr_epi8(dchg, feba, 8));
}

/// Four rounds.
__attribute__((target("sha,sse4.1,ssse3"))) inline void rounds(Lanes *lanes, __m128i first, __m128i second)
{
    lanes->cdgh = _mm_sha256rnds2_epu32(lanes->cdgh, lanes->abef, first);
    lanes->abef = _mm_sha256rnds2_epu32(lanes->abef, lanes->cdgh, second);
}

/// Takes the blocks into both states.
__attribute__((target("sha,sse4.1,ssse3"))) void take(Words *one, Words *other, const uchar *bytes, size_t blocks)
{
    const __m128i bigEndian = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
    Lanes a = packed(*one);
    Lanes b = packed(*other);
    for (; blocks > 0; --blocks, bytes += blockSize) {
        const Lanes a0 = a;
        const Lanes b0 = b;
        __m128i w[4];
#pragma GCC unroll 16
        for (int i = 0; i < 16; ++i) {
            if (i < 4) {
                w[i] = _mm_shuffle_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i *>(bytes) + i), bigEndian);
            } else {
                const __m128i last = w[(i + 3) % 4];
                const __m128i mixed = _mm_add_epi32(_mm_sha256msg1_epu32(w[i % 4], w[(i + 1) % 4]),
                                                    _mm_alignr_epi8(last, w[(i + 2) % 4], 4));
                w[i % 4] = _mm_sha256msg2_epu32(mixed, last);
            }
            const __m128i first =
                _mm_add_epi32(w[i % 4], _mm_load_si128(reinterpret_cast<const __m128i *>(constants) + i));
            const __m128i second = _mm_shuffle_epi32(first, 0x0E);
            rounds(&a, first, second);
            rounds(&b, first, second);
        }
        a = {_mm_add_epi32(a.abef, a0.abef), _mm_add_epi32(a.cdgh, a0.cdgh)};
        b = {_mm_add_epi32(b.abef, b0.abef), _mm_add_epi32(b.cdgh, b0.cdgh)};
    }
    unpack(a, one);
    unpack(b, other);
}

#else

bool hasInstructions()
{
    return false;
}
void take(Words *, Words *, const uchar *, size_t) {}

#endif

} // namespace

Sha256Pair::Sha256Pair(qint64 partSize)
    : m_paired(partSize > 0 && partSize % static_cast<qint64>(blockSize) == 0 && hasInstructions()),
      m_wholeState(initial),
      m_partState(initial)
{}

void Sha256Pair::add(const char *bytes, qint64 size)
{
    if (!m_paired) {
        m_whole.add(bytes, static_cast<size_t>(size));
        m_part.add(bytes, static_cast<size_t>(size));
        return;
    }
    const auto *from = reinterpret_cast<const uchar *>(bytes);
    auto left = static_cast<size_t>(size);
    m_wholeLength += left;
    m_partLength += left;
    if (m_restSize > 0) {
        const size_t step = std::min(left, blockSize - m_restSize);
        std::memcpy(m_rest.data() + m_restSize, from, step);
        m_restSize += step;
        from += step;
        left -= step;
        if (m_restSize < blockSize)
            return;
        take(&m_wholeState, &m_partState, m_rest.data(), 1);
        m_restSize = 0;
    }
    take(&m_wholeState, &m_partState, from, left / blockSize);
    m_restSize = left % blockSize;
    if (m_restSize > 0)
        std::memcpy(m_rest.data(), from + (left - m_restSize), m_restSize);
}

QByteArray Sha256Pair::finished(const State &state, quint64 length) const
{
    std::array<uchar, 2 * blockSize> end{};
    std::copy_n(m_rest.begin(), m_restSize, end.begin());
    end[m_restSize] = 0x80;
    const size_t blocks = m_restSize + 9 <= blockSize ? 1 : 2;
    qToBigEndian<quint64>(length * 8, end.data() + blocks * blockSize - 8);
    State last = state;
    State unused = state;
    take(&last, &unused, end.data(), blocks);
    QByteArray digest(32, '\0');
    for (size_t i = 0; i < last.size(); ++i)
        qToBigEndian<quint32>(last[i], digest.data() + 4 * i);
    return digest;
}

QByteArray Sha256Pair::finishPart()
{
    if (!m_paired) {
        const QByteArray digest = m_part.finish();
        m_part.begin();
        return digest;
    }
    const QByteArray digest = finished(m_partState, m_partLength);
    m_partState = initial;
    m_partLength = 0;
    return digest;
}

QByteArray Sha256Pair::finish()
{
    return m_paired ? finished(m_wholeState, m_wholeLength) : m_whole.finish();
}

} // namespace learnlab::transfer
