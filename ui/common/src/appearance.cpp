#include <ui/common/appearance.h>

#include "color_scheme.h"
#include "style.h"

#include <ui/common/fonts.h>
#include <ui/common/resources.h>

#include <QtWidgets/QApplication>
#include <QtWidgets/QToolTip>

#include <algorithm>
#include <utility>

namespace learnlab::ui {

Appearance::Appearance(QObject *parent)
    : QObject(parent),
      m_platformPalette(QApplication::palette()),
      m_platformFont(QApplication::font()),
      m_scheme(new ColorScheme(this))
{
    initResources();
    // Names that are not in our set come from the desktop's theme, and from Breeze where that has none.
    QIcon::setFallbackThemeName(QStringLiteral("breeze"));
    QApplication::setFont(applicationFont(m_platformFont));
    auto *style = new Style(Theme::light()); // QApplication owns it from here on
    m_style = style;
    QApplication::setStyle(style);
    QApplication::setWindowIcon(applicationIcon());
    connect(m_scheme, &ColorScheme::changed, this, &Appearance::apply);
    apply();
}

void Appearance::setChoice(Choice choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    apply();
}

void Appearance::setTextPercent(int percent)
{
    const int bounded = std::clamp(percent, 100, 200);
    if (std::exchange(m_textPercent, bounded) == bounded)
        return;
    QFont font = applicationFont(m_platformFont);
    font.setPointSizeF(font.pointSizeF() * bounded / 100);
    QApplication::setFont(font);
}

void Appearance::setCompact(bool compact)
{
    if (!m_style || m_style->isCompact() == compact)
        return;
    m_style->setCompact(compact);
    QEvent changed(QEvent::StyleChange);
    for (QWidget *widget : QApplication::allWidgets())
        QApplication::sendEvent(widget, &changed);
}

void Appearance::setMotionReduced(bool reduced)
{
    if (std::exchange(m_motionReduced, reduced) != reduced)
        apply();
}

bool Appearance::isDark() const
{
    if (m_choice != Choice::System)
        return m_choice == Choice::Dark;
    if (m_scheme->preference() != ColorScheme::Preference::None)
        return m_scheme->preference() == ColorScheme::Preference::Dark;
    // No portal answered: the platform's own palette tells.
    return m_platformPalette.color(QPalette::Window).lightness() <
           m_platformPalette.color(QPalette::WindowText).lightness();
}

void Appearance::apply()
{
    if (!m_style)
        return;
    const bool contrast = m_choice == Choice::System && m_scheme->highContrast();
    m_style->setAnimated(m_scheme->animations() && !m_motionReduced);
    if (contrast)
        return showPlatform(m_platformPalette);
    const Theme theme = isDark() ? Theme::darkTheme() : Theme::light();
    dress(theme, theme.palette());
}

void Appearance::showPlatform(const QPalette &platform)
{
    const Theme theme = Theme::fromPlatform(platform);
    QPalette palette = platform;
    // Few platforms set it, and what it falls back to may be as dark as the ground.
    palette.setColor(QPalette::PlaceholderText, theme.placeholder);
    dress(theme, palette);
}

void Appearance::dress(const Theme &theme, const QPalette &palette)
{
    if (!m_style)
        return;
    m_style->setTheme(theme);
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

} // namespace learnlab::ui
