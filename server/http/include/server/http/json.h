#pragma once
// Reading JSON bodies with limits and naming the member that is wrong. Text values are UTF-8 and hold no NUL.

#include <server/http/message.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

namespace learnlab::server::http {

// 400 malformed for anything but a JSON object at most 32 deep; 415 when the content type is another one than JSON.
[[nodiscard]] Result<boost::json::object> jsonBody(const Request &request);

// The members of one object of a request. `prefix` leads the field name of a problem, such as "uploads[3].".
class Members
{
public:
    explicit Members(const boost::json::object &object, std::string prefix = {})
        : m_object(object), m_prefix(std::move(prefix))
    {}
    // A missing or null member: 400 for `require…`, nothing for `optional…`. A wrong type: 400.
    [[nodiscard]] Result<std::string> requireText(std::string_view name) const;
    [[nodiscard]] Result<std::optional<std::string>> optionalText(std::string_view name) const;
    [[nodiscard]] Result<support::Uuid> requireUuid(std::string_view name) const;
    [[nodiscard]] Result<std::optional<support::Uuid>> optionalUuid(std::string_view name) const;
    [[nodiscard]] Result<std::int64_t> requireInteger(std::string_view name) const;
    [[nodiscard]] Result<std::optional<std::int64_t>> optionalInteger(std::string_view name) const;
    [[nodiscard]] Result<const boost::json::array *> requireArray(std::string_view name, std::size_t most) const;
    // The member as it is; null pointer when absent or null.
    [[nodiscard]] const boost::json::value *find(std::string_view name) const;
    [[nodiscard]] Problem wrong(std::string_view name, std::string detail) const;

private:
    const boost::json::object &m_object;
    std::string m_prefix;
};

} // namespace learnlab::server::http
