#pragma once
// The targets of the server.

#include <target.h>

namespace learnlab::fuzz {

void head(std::string_view input);         // of a request, as it comes from the socket
void query(std::string_view input);        // a request's target
void json(std::string_view input);         // a body, read by the names that calls read
void calls(std::string_view input);        // "POST /auth/login?query", a line feed, its body
void token(std::string_view input);        // of access and of refresh
void signature(std::string_view input);    // a signed address of the directory store
void store_answer(std::string_view input); // what an S3 service answers
void link(std::string_view input);         // a public link's token, a language, a file's name
void words(std::string_view input);        // ids, times, names, addresses, cursors

void form(std::string_view input);         // multipart/form-data of API 1, with the boundary B
void receipt(std::string_view input);      // a receipt, and the list of keys, with which it is checked

} // namespace learnlab::fuzz
