#include "page.h"

#include "page_style.h"
#include "shown_text.h"

#include <server/support/bytes.h>

#include <array>

namespace learnlab::server::links {
namespace {

// The mark of the program and the drawings of the pages without a file.
constexpr std::string_view brand =
    R"(<svg viewBox="0 0 16 16" width="28" height="28" aria-hidden="true"><path d="M0 3a2 2 0 0 1 2-2h3.500l2 2H14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H2a2 2 0 0 1-2-2z" fill="#0F7594"/><path d="M5.500 4h5v1.500H10V8l2.700 4.500a1 1 0 0 1-.9 1.500H4.200a1 1 0 0 1-.9-1.500L6 8V5.500h-.5z" fill="#FFF"/><path d="M6 10h4l1.500 2.500h-7z" fill="#E79F16"/></svg>)";
constexpr std::string_view lock =
    R"(<rect x="10" y="22" width="28" height="20" rx="4"/><path d="M16 22v-6a8 8 0 0 1 16 0v6M24 30v5"/>)";
constexpr std::string_view brokenLink =
    R"(<path d="M20 14h-6a10 10 0 0 0 0 20h6M28 14h6a10 10 0 0 1 7.500 16.600M31 34h-3M17 24h8M8 6l32 36"/>)";
constexpr std::string_view clock = R"(<circle cx="24" cy="24" r="17"/><path d="M24 14v11l7 4"/>)";
constexpr std::string_view cloud =
    R"(<path d="M14 36a9 9 0 0 1-.6-18A12 12 0 0 1 36 20.200 8 8 0 0 1 34 36M24 26v8M24 40v.5"/>)";

struct Kind
{
    std::string_view name;       // the class in the style
    std::string_view extensions; // each between spaces
};
constexpr std::array kinds{
    Kind{"pdf", " PDF "},
    Kind{"doc", " DOC DOCX ODT RTF PAGES "},
    Kind{"tab", " XLS XLSX ODS CSV TSV "},
    Kind{"sli", " PPT PPTX ODP KEY "},
    Kind{"pic", " PNG JPG JPEG GIF SVG WEBP BMP TIF TIFF HEIC "},
    Kind{"vid", " MP4 MOV MKV AVI WEBM "},
    Kind{"aud", " MP3 M4A WAV OGG FLAC OPUS "},
    Kind{"cod", " PY C H CPP HPP JAVA JS TS RS GO SH HTML CSS JSON XML "},
    Kind{"arc", " ZIP TAR GZ XZ BZ2 7Z RAR "},
};

std::string_view kindOf(const std::string &extension)
{
    const std::string word = " " + extension + " ";
    for (const Kind &kind : kinds) {
        if (!extension.empty() && kind.extensions.find(word) != std::string_view::npos)
            return kind.name;
    }
    return "any";
}

class Html
{
public:
    Html(const PageFrame &frame, std::string_view title) : m_frame(frame)
    {
        const std::string server = escaped(shownName(frame.serverName));
        add({"<!DOCTYPE html>\n<html lang=\"", frame.words.language, "\" dir=\"", frame.words.direction,
             "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
             "initial-scale=1\">\n<meta name=\"robots\" content=\"noindex, nofollow\">\n<meta name=\"referrer\" "
             "content=\"no-referrer\">\n<title>",
             title, " – ", server, "</title>\n<style>", pageStyle, "</style>\n</head>\n<body>\n<header>", brand,
             "<bdi>", server, "</bdi></header>\n<main>\n"});
    }

    void add(std::initializer_list<std::string_view> pieces)
    {
        for (const auto piece : pieces)
            m_text += piece;
    }

    void drawing(std::string_view shapes)
    {
        add({"<svg class=\"mark\" viewBox=\"0 0 48 48\" width=\"56\" height=\"56\" fill=\"none\" stroke-width=\"2.5\" "
             "stroke-linecap=\"round\" stroke-linejoin=\"round\" aria-hidden=\"true\">",
             shapes, "</svg>\n"});
    }

    [[nodiscard]] std::string end(bool withNote)
    {
        add({"</main>\n<footer>", withNote ? m_frame.words.note : "", "</footer>\n</body>\n</html>\n"});
        return std::move(m_text);
    }

private:
    const PageFrame &m_frame;
    std::string m_text;
};

// A page that says one thing.
std::string notice(const PageFrame &frame, std::string_view shapes, std::string_view title, std::string_view hint)
{
    Html html(frame, title);
    html.drawing(shapes);
    html.add({"<h1>", title, "</h1>\n<p class=\"hint\">", hint, "</p>\n"});
    return html.end(false);
}

// "2026-11-30T12:00:00.000000Z" as "2026-11-30, 12:00 UTC": read alike in every language.
std::string shownTime(std::string_view time)
{
    constexpr std::size_t upToMinutes = 16;
    if (time.size() < upToMinutes)
        return {};
    return std::string(time.substr(0, 10)) + ", " + std::string(time.substr(11, 5)) + " UTC";
}

} // namespace

std::string filePage(const PageFrame &frame, const SharedFile &file)
{
    const Words &words = frame.words;
    const std::string name = escaped(shownName(file.name));
    const std::string extension = extensionOf(file.name);
    Html html(frame, name);
    html.add(
        {"<p class=\"lead\">", words.shared, "</p>\n<svg class=\"sheet ", kindOf(extension),
         "\" viewBox=\"0 0 56 68\" width=\"56\" height=\"68\" aria-hidden=\"true\"><path d=\"M8 0h28l20 20v40a8 8 0 0 "
         "1-8 8H8a8 8 0 0 1-8-8V8a8 8 0 0 1 8-8z\"/><path class=\"fold\" d=\"M36 0l20 20H42a6 6 0 0 1-6-6z\"/><text "
         "x=\"28\" y=\"50\">",
         extension, "</text></svg>\n<h1><bdi dir=\"auto\">", name, "</bdi></h1>\n<p class=\"size\"><bdi>",
         shownSize(file.size, words.language), "</bdi></p>\n<form method=\"post\"><button>", words.download,
         "</button></form>\n"});
    if (!file.expires.empty())
        html.add({"<p class=\"until\">", words.expires, " <bdi><time datetime=\"", file.expires, "\">",
                  shownTime(file.expires), "</time></bdi></p>\n"});
    if (!file.sha256.empty())
        html.add({"<details><summary>SHA-256</summary>", words.digest, "<code>", file.sha256, "</code></details>\n"});
    return html.end(true);
}

std::string passwordPage(const PageFrame &frame, bool wrong)
{
    const Words &words = frame.words;
    Html html(frame, words.locked);
    html.drawing(lock);
    html.add({"<h1>", words.locked, "</h1>\n<p class=\"hint\">", words.lockedHint,
              "</p>\n<form method=\"post\"><label for=\"password\">", words.password,
              "</label><input id=\"password\" name=\"password\" type=\"password\" maxlength=\"200\" required autofocus "
              "autocomplete=\"off\""});
    if (wrong)
        html.add({" aria-invalid=\"true\" aria-describedby=\"error\"><p class=\"error\" id=\"error\" role=\"alert\">",
                  words.wrong, "</p>"});
    else
        html.add({">"});
    html.add({"<button>", words.download, "</button></form>\n"});
    return html.end(true);
}

std::string closedPage(const PageFrame &frame)
{
    return notice(frame, brokenLink, frame.words.closed, frame.words.closedHint);
}

std::string waitPage(const PageFrame &frame)
{
    return notice(frame, clock, frame.words.waiting, frame.words.waitingHint);
}

std::string troublePage(const PageFrame &frame)
{
    return notice(frame, cloud, frame.words.trouble, frame.words.troubleHint);
}

std::string pagePolicy(std::string_view contents)
{
    // The digest of a style is written in padded base64.
    static const std::string style = [] {
        std::string digest = support::toBase64Url(support::sha256(pageStyle));
        for (char &c : digest)
            c = c == '-' ? '+' : c == '_' ? '/' : c;
        return digest + "=";
    }();
    std::string policy = "default-src 'none'; style-src 'sha256-" + style + "'; form-action 'self'";
    if (!contents.empty())
        policy.append(" ").append(contents);
    return policy + "; base-uri 'none'; frame-ancestors 'none'";
}

} // namespace learnlab::server::links
