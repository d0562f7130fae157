#include "text_find.h"

#include <bit>
#include <cstdint>
#include <cstring>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace learnlab::mirror {

namespace {

using Finder = size_t (*)(std::span<const char> text, size_t from, std::string_view needle);

size_t findPlainly(std::span<const char> text, size_t from, std::string_view needle)
{
    return std::string_view(text.data(), text.size()).find(needle, from);
}

#ifdef __x86_64__

// Both look at many places at once: where the needle's first and last characters stand as far apart as in it, all of it
// is compared.

size_t findBySixteen(std::span<const char> text, size_t from, std::string_view needle)
{
    const size_t distance = needle.size() - 1;
    const __m128i first = _mm_set1_epi8(needle.front());
    const __m128i last = _mm_set1_epi8(needle.back());
    for (; from + distance + sizeof first <= text.size(); from += sizeof first) {
        const char *at = text.data() + from;
        const __m128i begins = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at));
        const __m128i ends = _mm_loadu_si128(reinterpret_cast<const __m128i *>(at + distance));
        auto mask = static_cast<uint32_t>(
            _mm_movemask_epi8(_mm_and_si128(_mm_cmpeq_epi8(begins, first), _mm_cmpeq_epi8(ends, last))));
        for (; mask != 0; mask &= mask - 1) {
            const auto place = static_cast<size_t>(std::countr_zero(mask));
            if (std::memcmp(at + place, needle.data(), needle.size()) == 0)
                return from + place;
        }
    }
    return findPlainly(text, from, needle);
}

__attribute__((target("avx2"))) size_t findByThirtyTwo(std::span<const char> text, size_t from, std::string_view needle)
{
    const size_t distance = needle.size() - 1;
    const __m256i first = _mm256_set1_epi8(needle.front());
    const __m256i last = _mm256_set1_epi8(needle.back());
    for (; from + distance + sizeof first <= text.size(); from += sizeof first) {
        const char *at = text.data() + from;
        const __m256i begins = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(at));
        const __m256i ends = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(at + distance));
        auto mask = static_cast<uint32_t>(
            _mm256_movemask_epi8(_mm256_and_si256(_mm256_cmpeq_epi8(begins, first), _mm256_cmpeq_epi8(ends, last))));
        for (; mask != 0; mask &= mask - 1) {
            const auto place = static_cast<size_t>(std::countr_zero(mask));
            if (needle.size() <= 2 || std::memcmp(at + place, needle.data(), needle.size()) == 0)
                return from + place;
        }
    }
    return findBySixteen(text, from, needle);
}

Finder chosenFinder()
{
    return __builtin_cpu_supports("avx2") ? findByThirtyTwo : findBySixteen;
}

#else

Finder chosenFinder()
{
    return findPlainly;
}

#endif

} // namespace

size_t findText(std::span<const char> text, size_t from, std::string_view needle)
{
    static const Finder finder = chosenFinder();
    return finder(text, from, needle);
}

} // namespace learnlab::mirror
