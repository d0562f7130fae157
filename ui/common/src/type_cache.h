#pragma once

#include <ui/common/fonts.h>

#include <QtGui/QRawFont>

#include <array>
#include <vector>

namespace learnlab::ui {

// Fonts of the type scale and what drawing numbers needs of them, made once. Owned by the style: fonts must not outlive
// the application, and a row is painted from these a hundred times a second. UI thread.
class TypeCache
{
public:
    struct Digits
    {
        QFont font;
        QRawFont raw;
        double width = 0; // of the widest digit
    };

    // The scale's fonts for the application's font as it is now.
    [[nodiscard]] const QFont &font(Text role);
    [[nodiscard]] const Digits &digits(const QFont &font);

    // Of one step of the scale for BASE.
    [[nodiscard]] static QFont made(Text role, const QFont &base);
    [[nodiscard]] static Digits measured(const QFont &font);

private:
    QFont m_base;
    bool m_filled = false;
    std::array<QFont, textRoleCount> m_fonts;
    std::vector<Digits> m_digits;
};

} // namespace learnlab::ui
