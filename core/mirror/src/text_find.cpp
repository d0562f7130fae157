#include "text_find.h"

#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace learnlab::mirror {

#ifdef __SSE2__

namespace {

/// The places of these 16 where the needle's first and last characters stand as far apart as in it.
unsigned candidates(const char *at, size_t distance, __m128i first, __m128i last)
{
    const __m128i begins = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
    const __m128i ends = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at + distance));
    return static_cast<unsigned>(
        _mm_movemask_epi8(_mm_and_si128(_mm_cmpeq_epi8(begins, first), _mm_cmpeq_epi8(ends, last))));
}

} // namespace

#endif

size_t findText(std::span<const char> text, size_t from, std::string_view needle)
{
    size_t at = from;
#ifdef __SSE2__
    const size_t distance = needle.size() - 1;
    const __m128i first = _mm_set1_epi8(needle.front());
    const __m128i last = _mm_set1_epi8(needle.back());
    for (; at + distance + sizeof(__m128i) <= text.size(); at += sizeof(__m128i)) {
        for (unsigned mask = candidates(text.data() + at, distance, first, last); mask != 0; mask &= mask - 1) {
            const size_t place = at + static_cast<size_t>(std::countr_zero(mask));
            if (std::memcmp(text.data() + place, needle.data(), needle.size()) == 0)
                return place;
        }
    }
#endif
    return std::string_view(text.data(), text.size()).find(needle, at);
}

} // namespace learnlab::mirror
