#pragma once
// XML from outside, read by expat: it does not recurse, and bounds what entities may grow to. Here are the bounds that
// it does not have: size, depth, number of elements. Pure.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace learnlab::server::objects {

struct XmlElement
{
    std::string name; // with its prefix, if it has one
    std::string text; // all of its own
    std::vector<XmlElement> children;

    [[nodiscard]] const XmlElement *child(std::string_view childName) const; // the first
    [[nodiscard]] std::string_view textOf(std::string_view childName) const; // empty when there is none
};

// The root; nothing for what is no well-formed document within the bounds.
[[nodiscard]] std::optional<XmlElement> parseXml(std::string_view document);

inline constexpr std::size_t longestXml = 8 << 20;
inline constexpr std::size_t deepestXml = 16;
inline constexpr std::size_t mostXmlElements = 100000;

} // namespace learnlab::server::objects
