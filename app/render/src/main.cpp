// learnlab-render: looks at files that strangers wrote, so that the window need not. Reads questions from its standard
// input and answers on its standard output (preview/protocol.h) until the pipe closes. It may die of any of them.
#include "looks.h"
#include "sandbox.h"

#include <QFontMetrics>
#include <QGuiApplication>

#include <cstdlib>
#include <unistd.h>

using namespace learnlab;

namespace {

constexpr qsizetype pieceLength = 64 * 1024;

bool writeAll(const QByteArray &bytes)
{
    qsizetype written = 0;
    while (written < bytes.size()) {
        const ssize_t n =
            ::write(STDOUT_FILENO, bytes.constData() + written, static_cast<size_t>(bytes.size() - written));
        if (n <= 0)
            return false;
        written += n;
    }
    return true;
}

bool answer(const QByteArray &frame)
{
    render::allowOneJob();
    const auto request = preview::decodeRequest(frame);
    if (!request)
        return false;
    return writeAll(preview::framed(preview::encode(render::answerTo(*request))));
}

void serve()
{
    preview::Frames frames(preview::longestRequest);
    QByteArray piece(pieceLength, Qt::Uninitialized);
    while (!frames.isBroken()) {
        const ssize_t n = ::read(STDIN_FILENO, piece.data(), static_cast<size_t>(piece.size()));
        if (n <= 0)
            return;
        frames.add(piece.left(n));
        while (const auto frame = frames.next()) {
            if (!answer(*frame))
                return;
        }
    }
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    // Fonts are found while files may still be written: fontconfig keeps what it finds.
    (void)QFontMetrics(QFont(QStringLiteral("monospace"))).horizontalAdvance(QStringLiteral("Aa"));
    render::lockIn();
    serve();
    // Nothing that a strange file left behind is run once more on the way out.
    std::_Exit(EXIT_SUCCESS);
}
