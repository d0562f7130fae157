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

/// A bit for each of 32 places where the first character stands and, as far behind it as `at` is from `end`, the last.
__attribute__((target("avx2"))) uint32_t candidates(const char *at, const char *end, __m256i first, __m256i last)
{
    const __m256i begins = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(at));
    const __m256i ends = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(end));
    return static_cast<uint32_t>(
        _mm256_movemask_epi8(_mm256_and_si256(_mm256_cmpeq_epi8(begins, first), _mm256_cmpeq_epi8(ends, last))));
}

__attribute__((target("avx2"))) size_t findByThirtyTwo(std::span<const char> text, size_t from, std::string_view needle)
{
    const size_t distance = needle.size() - 1;
    const __m256i first = _mm256_set1_epi8(needle.front());
    const __m256i last = _mm256_set1_epi8(needle.back());
    for (; from + distance + sizeof first <= text.size(); from += sizeof first) {
        const char *at = text.data() + from;
        uint32_t mask = candidates(at, at + distance, first, last);
        for (; mask != 0; mask &= mask - 1) {
            const auto place = static_cast<size_t>(std::countr_zero(mask));
            if (needle.size() <= 2 || std::memcmp(at + place, needle.data(), needle.size()) == 0)
                return from + place;
        }
    }
    return findBySixteen(text, from, needle);
}

__attribute__((target("avx2"))) __m256i isWithin(__m256i characters, char first, int count)
{
    const __m256i distance = _mm256_sub_epi8(characters, _mm256_set1_epi8(first));
    return _mm256_cmpeq_epi8(_mm256_min_epu8(distance, _mm256_set1_epi8(static_cast<char>(count - 1))), distance);
}

/// A bit for each of 32 characters that ends a word.
__attribute__((target("avx2"))) uint32_t wordEnds(__m256i characters)
{
    const __m256i letters = isWithin(_mm256_or_si256(characters, _mm256_set1_epi8(0x20)), 'a', 26);
    const __m256i digits = isWithin(characters, '0', 10);
    // The highest bit, which is what a mask is made of, is set in all that is not ASCII.
    const __m256i inWord = _mm256_or_si256(_mm256_or_si256(letters, digits), characters);
    return ~static_cast<uint32_t>(_mm256_movemask_epi8(inWord));
}

/// Answers where it stopped: there are too few characters left to look at so many.
__attribute__((target("avx2"))) size_t findAllByThirtyTwo(std::span<const char> text, std::string_view needle,
                                                          FindWhere where, std::vector<uint16_t> *places)
{
    const size_t distance = needle.size() - 1;
    const __m256i first = _mm256_set1_epi8(needle.front());
    const __m256i last = _mm256_set1_epi8(needle.back());
    // The first place has nothing before it that could be read along with the others.
    if (text.size() >= needle.size() && std::memcmp(text.data(), needle.data(), needle.size()) == 0)
        places->push_back(0);
    size_t from = 1;
    for (; from + distance + sizeof first <= text.size(); from += sizeof first) {
        const char *at = text.data() + from;
        uint32_t mask = candidates(at, at + distance, first, last);
        if (mask != 0 && where == FindWhere::AtWordStarts)
            mask &= wordEnds(_mm256_loadu_si256(reinterpret_cast<const __m256i *>(at - 1)));
        for (; mask != 0; mask &= mask - 1) {
            const auto place = static_cast<size_t>(std::countr_zero(mask));
            if (needle.size() <= 2 || std::memcmp(at + place, needle.data(), needle.size()) == 0)
                places->push_back(static_cast<uint16_t>(from + place));
        }
    }
    return from;
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

bool endsWord(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    const bool letter =
        byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z');
    return !letter;
}

void findAll(std::span<const char> text, std::string_view needle, FindWhere where, std::vector<uint16_t> *places)
{
    size_t from = 0;
#ifdef __x86_64__
    static const bool wide = __builtin_cpu_supports("avx2");
    if (wide)
        from = findAllByThirtyTwo(text, needle, where, places);
#endif
    for (size_t at = findText(text, from, needle); at != std::string_view::npos; at = findText(text, at + 1, needle)) {
        if (where == FindWhere::Anywhere || at == 0 || endsWord(text[at - 1]))
            places->push_back(static_cast<uint16_t>(at));
    }
}

size_t findText(std::span<const char> text, size_t from, std::string_view needle)
{
    static const Finder finder = chosenFinder();
    return finder(text, from, needle);
}

} // namespace learnlab::mirror
