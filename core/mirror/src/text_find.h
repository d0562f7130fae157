#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace learnlab::mirror {

/// The first place of `needle` (not empty) in `text` from `from` on, or npos: sixteen places at a time where the
/// machine can.
[[nodiscard]] size_t findText(std::span<const char> text, size_t from, std::string_view needle);

enum class FindWhere { Anywhere, AtWordStarts };

/// Whether what follows this character begins a word. What is not ASCII is part of a word.
[[nodiscard]] bool endsWord(char c);

/// Appends all places of `needle` (not empty) in a text of at most 64 KiB, in order; they may overlap.
void findAll(std::span<const char> text, std::string_view needle, FindWhere where, std::vector<uint16_t> *places);

} // namespace learnlab::mirror
