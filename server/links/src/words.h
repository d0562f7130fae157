#pragma once
// What the public page says, in the language of whoever reads it. Pure; any thread.

#include <string_view>

namespace learnlab::server::links {

struct Words
{
    std::string_view language;
    std::string_view direction;
    std::string_view shared;   // above the name of a file
    std::string_view download; // the button
    std::string_view expires;  // before a day
    std::string_view digest;   // what the SHA-256 is for
    std::string_view note;     // what to mind before opening what somebody sent
    std::string_view locked;   // the title where a password is asked for
    std::string_view lockedHint;
    std::string_view password;   // label of the field
    std::string_view wrong;      // below the field
    std::string_view closed;     // the title where nothing is open
    std::string_view closedHint; // and what to do
    std::string_view waiting;    // the title after too many wrong passwords
    std::string_view waitingHint;
    std::string_view trouble; // the title when the server cannot answer now
    std::string_view troubleHint;
};

// The best of the languages that we have for an Accept-Language header; English for anything else.
[[nodiscard]] const Words &wordsFor(std::string_view acceptLanguage);

} // namespace learnlab::server::links
