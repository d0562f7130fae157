#include "xml.h"

#include <expat.h>

#include <algorithm>
#include <memory>

namespace learnlab::server::objects {

namespace {

// The elements from the root to the one that is open. Children move when their parent's list grows, so each open
// element is kept here and joins its parent when it ends.
struct XmlReading
{
    XML_Parser parser = nullptr;
    std::vector<XmlElement> open;
    std::optional<XmlElement> root;
    std::size_t count = 0;

    void start(const char *name)
    {
        if (open.size() >= deepestXml || ++count > mostXmlElements) {
            XML_StopParser(parser, XML_FALSE);
            return;
        }
        open.emplace_back().name = name;
    }
    void end()
    {
        if (open.empty())
            return;
        XmlElement done = std::move(open.back());
        open.pop_back();
        if (open.empty())
            root = std::move(done);
        else
            open.back().children.push_back(std::move(done));
    }
    void add(const char *text, int length)
    {
        if (!open.empty())
            open.back().text.append(text, static_cast<std::size_t>(length));
    }
};

XmlReading &reading(void *data)
{
    return *static_cast<XmlReading *>(data);
}

struct FreeParser
{
    void operator()(XML_ParserStruct *parser) const { XML_ParserFree(parser); }
};

} // namespace

const XmlElement *XmlElement::child(std::string_view childName) const
{
    const auto at = std::ranges::find(children, childName, &XmlElement::name);
    return at == children.end() ? nullptr : &*at;
}

std::string_view XmlElement::textOf(std::string_view childName) const
{
    const auto *found = child(childName);
    return found ? std::string_view(found->text) : std::string_view();
}

std::optional<XmlElement> parseXml(std::string_view document)
{
    if (document.size() > longestXml)
        return std::nullopt;
    const std::unique_ptr<XML_ParserStruct, FreeParser> parser(XML_ParserCreate(nullptr));
    XmlReading state;
    state.parser = parser.get();
    XML_SetUserData(parser.get(), &state);
    XML_SetElementHandler(
        parser.get(), [](void *data, const XML_Char *name, const XML_Char **) { reading(data).start(name); },
        [](void *data, const XML_Char *) { reading(data).end(); });
    XML_SetCharacterDataHandler(parser.get(),
                                [](void *data, const XML_Char *text, int length) { reading(data).add(text, length); });
    // A store's answer has no document type; whoever sends one wants something else.
    XML_SetDoctypeDeclHandler(
        parser.get(),
        [](void *data, const XML_Char *, const XML_Char *, const XML_Char *, int) {
            XML_StopParser(reading(data).parser, XML_FALSE);
        },
        nullptr);
    if (XML_Parse(parser.get(), document.data(), static_cast<int>(document.size()), XML_TRUE) != XML_STATUS_OK)
        return std::nullopt;
    return std::move(state.root);
}

} // namespace learnlab::server::objects
