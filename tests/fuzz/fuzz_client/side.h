#pragma once
// The targets of the client.

#include <target.h>

namespace learnlab::fuzz {

void answer(std::string_view input);     // which call, then the body that a server answers
void local_name(std::string_view input); // names from a server on their way to a disk, and back
void mirror(std::string_view input);     // a mirror with bytes changed: offset (3 bytes) and value, repeated

} // namespace learnlab::fuzz
