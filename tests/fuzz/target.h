#pragma once
// A parser of bytes from outside, as something that can be thrown bytes at. Each is run in two ways: by a test that
// replays tests/fuzz/corpus/NAME, and by libFuzzer, which looks for more (see tests/fuzz/fuzz-all). A target aborts
// where what came out breaks a promise; crashing and reading astray is for the sanitizers to notice.

#include <cstdlib>
#include <span>
#include <string_view>

namespace learnlab::fuzz {

struct Target
{
    const char *name; // of the corpus folder and of the fuzzer
    void (*run)(std::string_view input);
};

// All of one side; fuzz_server and fuzz_client each define theirs.
[[nodiscard]] std::span<const Target> targets();

inline void promise(bool kept)
{
    if (!kept)
        std::abort();
}

} // namespace learnlab::fuzz
