#pragma once
// Names that come from where other rules hold: API 1 and adopted databases. They are never refused. Pure, any thread.

#include <string>
#include <string_view>

namespace learnlab::server::domain {

// A lawful name (checkName) that a human recognises: `/` and NUL as %2F and %00, `.` and `..` as %2E and %2E%2E, an
// empty name as "unnamed"; a long one loses the end of its stem and keeps its extension. Bytes that are no UTF-8 are
// taken for ISO 8859-1.
[[nodiscard]] std::string lawfulName(std::string_view foreign);

// The first `most` code points.
[[nodiscard]] std::string shortened(std::string_view utf8, std::size_t most);
// The text itself, or what ISO 8859-1 makes of its bytes.
[[nodiscard]] std::string asUtf8(std::string_view bytes);

} // namespace learnlab::server::domain
