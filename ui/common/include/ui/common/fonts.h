#pragma once

#include <QtGui/QFont>
#include <QtGui/QFontMetrics>

class QPainter;
class QRect;
class QString;

namespace learnlab::ui {

// The type scale. Sizes are relative to the application's font, which stands for Body (13 px at 96 dpi), so a person
// who asks the platform for larger text gets all of it larger.
enum class Text { Caption, Small, SmallMedium, Body, Label, Strong, Crumb, CrumbStrong, Heading, Title };
inline constexpr int textRoleCount = 10;

// The application's font: Inter, then the platform's own for other scripts, in the platform's size but never under 9.75
// pt (below that the smallest step of the scale cannot be read).
[[nodiscard]] QFont applicationFont(const QFont &platform);

[[nodiscard]] QFont fontFor(Text role);

// How much larger than designed text is, 1 and up. Widths at which the layout changes count in it: twice the text is
// half the room.
[[nodiscard]] double textScale();

// A height of the design that gives way when a line of FONT with PADDING above and below needs more.
[[nodiscard]] int heightFor(int designed, const QFont &font, int padding = 8);

// The height of a row in a list of files: 40, or 32 where the person wants compact lists; more when the font needs it.
[[nodiscard]] int listRowHeight();

// Draws one line whose digits all take the width of the widest digit, so that numbers that change stand still.
// ALIGNMENT is visual (already mirrored): AlignLeft, AlignRight or AlignHCenter; vertically centred always.
void drawTabular(QPainter *painter, const QRect &rect, Qt::Alignment alignment, const QString &text);
[[nodiscard]] int tabularWidth(const QFont &font, const QString &text);

// Elides NAME in the middle to WIDTH pixels, keeping its extension readable: "Lecture 07 – Gre….pptx".
[[nodiscard]] QString elidedName(const QString &name, const QFontMetrics &metrics, int width);

// NAME with each run of Latin letters and digits isolated, for display in a right-to-left list, and without the bidi
// control characters that could disguise an extension. Never store the result.
[[nodiscard]] QString displayName(const QString &name, Qt::LayoutDirection direction);

} // namespace learnlab::ui
