#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>

#include <optional>

namespace learnlab::preview {

/// What the program and `learnlab-render` say to each other over a pipe: a frame for each question and answer, its
/// length first (four bytes, little-endian). Neither believes the other: whoever reads a file of a stranger may have
/// been taken over by it. Values; any thread.

enum class Kind : quint8 {
    Thumbnail, ///< a small picture of the file, as it is shown in a tile of `box`
    Look,      ///< of an image or a page of a PDF the picture, of text its beginning
    Text,      ///< the words alone, of a PDF too
};

struct Request
{
    Kind kind = Kind::Thumbnail;
    QByteArray path;   ///< of a regular file; the system's bytes
    QSize box{0, 0};   ///< in pixels of the screen. Thumbnail: to be filled; Look: to fit into. Nothing is made larger
    int page = 0;      ///< of a PDF, from 0
    int most = 0;      ///< bytes of text that are wanted
    bool code = false; ///< text is a program's: the thumbnail is drawn accordingly
};

enum class Outcome : quint8 {
    Done,
    Unsupported, ///< nothing that can be shown, or locked with a password
    TooLarge,    ///< would need more memory than it is worth
    Damaged,
    Unreadable, ///< not there, or not a file
    // said by Renderer, never by the program:
    Died,    ///< it killed the program more than once
    TooSlow, ///< took longer than anybody waits
    NoProgram,
};

enum class Content : quint8 { Nothing, Image, Pdf, Text };
/// A sheet stands in its tile with room around it and is cut off below; a photo fills the tile.
enum class Shape : quint8 { Photo, Sheet };

struct Answer
{
    Outcome outcome = Outcome::Unsupported;
    Content content = Content::Nothing;
    Shape shape = Shape::Photo;
    QSize size{0, 0};     ///< of the picture
    QByteArray pixels;    ///< of 32 bits, premultiplied ARGB in this machine's order, without gaps
    QSize original{0, 0}; ///< of the image, or of the page in points
    int pages = 0;
    QString text;
    bool more = false; ///< the text goes on
};

constexpr qsizetype longestRequest = 64 * 1024;
constexpr qsizetype longestAnswer = 72 * 1024 * 1024;
constexpr int mostPixels = 16 * 1024 * 1024; ///< of one picture
constexpr int mostText = 2 * 1024 * 1024;    ///< bytes

[[nodiscard]] QByteArray encode(const Request &request);
[[nodiscard]] QByteArray encode(const Answer &answer);
/// Nothing where the bytes are not well formed, or promise what they do not hold.
[[nodiscard]] std::optional<Request> decodeRequest(const QByteArray &bytes);
[[nodiscard]] std::optional<Answer> decodeAnswer(const QByteArray &bytes);

/// With the length before it.
[[nodiscard]] QByteArray framed(const QByteArray &bytes);

/// Puts frames together from what comes in pieces.
class Frames
{
public:
    explicit Frames(qsizetype longest) : m_longest(longest) {}

    void add(const QByteArray &bytes) { m_bytes += bytes; }
    [[nodiscard]] std::optional<QByteArray> next();
    /// A length was told that no frame may have: nothing that comes later can be understood.
    [[nodiscard]] bool isBroken() const { return m_broken; }

private:
    qsizetype m_longest;
    QByteArray m_bytes;
    bool m_broken = false;
};

} // namespace learnlab::preview
