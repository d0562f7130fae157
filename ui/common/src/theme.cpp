#include <ui/common/theme.h>

#include "style.h"

#include <QtWidgets/QApplication>
#include <QtWidgets/QWidget>

#include <algorithm>
#include <cmath>

namespace learnlab::ui {

namespace {

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &c)
{
    return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
}

} // namespace

Theme Theme::fromPlatform(const QPalette &platform)
{
    const auto color = [&platform](QPalette::ColorRole role) { return platform.color(QPalette::Active, role); };
    Theme t = luminance(color(QPalette::Base)) < 0.2 ? darkTheme() : light();
    t.highContrast = true;
    t.window = t.sunken = color(QPalette::Window);
    t.base = color(QPalette::Base);
    t.raised = color(QPalette::Base);
    t.text = t.text2 = t.placeholder = color(QPalette::WindowText);
    t.line = t.lineStrong = t.control = t.text;
    t.track = mixed(t.text, t.base, 0.25);
    t.hover = mixed(color(QPalette::Highlight), t.base, 0.15);
    t.pressed = mixed(color(QPalette::Highlight), t.base, 0.3);
    t.accent = t.accentHover = t.accentPress = color(QPalette::Highlight);
    // Rows keep their own text on it, and what is coloured in them stays to be told apart.
    t.sel = mixed(t.accent, t.base, 0.35);
    t.selOff = mixed(t.accent, t.base, 0.25);
    t.onAccent = color(QPalette::HighlightedText);
    t.accentSoft = t.hover;
    t.disabled = platform.color(QPalette::Disabled, QPalette::WindowText);
    return t;
}

QPalette Theme::palette() const
{
    QPalette p;
    p.setColor(QPalette::Window, window);
    p.setColor(QPalette::Base, base);
    p.setColor(QPalette::AlternateBase, sunken);
    p.setColor(QPalette::Button, raised);
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::BrightText, danger);
    p.setColor(QPalette::PlaceholderText, placeholder);
    p.setColor(QPalette::Highlight, accent);
    p.setColor(QPalette::HighlightedText, onAccent);
    p.setColor(QPalette::Link, accent);
    p.setColor(QPalette::LinkVisited, accent);
    p.setColor(QPalette::Light, raised);
    p.setColor(QPalette::Midlight, line);
    p.setColor(QPalette::Mid, lineStrong);
    p.setColor(QPalette::Dark, control);
    p.setColor(QPalette::Shadow, dark ? QColor(Qt::black) : control);
    p.setColor(QPalette::ToolTipBase, toast);
    p.setColor(QPalette::ToolTipText, onToast);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText, QPalette::HighlightedText})
        p.setColor(QPalette::Disabled, role, disabled);
    p.setColor(QPalette::Disabled, QPalette::Highlight, sunken);
    p.setColor(QPalette::Disabled, QPalette::Base, window);
    return p;
}

const Theme &themeOf(const QWidget *widget)
{
    const QStyle *inUse = widget ? widget->style() : QApplication::style();
    if (const auto *style = qobject_cast<const Style *>(inUse))
        return style->theme();
    if (const auto *style = qobject_cast<const Style *>(QApplication::style()))
        return style->theme();
    static const Theme light = Theme::light();
    static const Theme dark = Theme::darkTheme();
    const QPalette palette = widget ? widget->palette() : QApplication::palette();
    return luminance(palette.color(QPalette::Base)) < 0.2 ? dark : light;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

QColor mixed(const QColor &front, const QColor &back, double share)
{
    const auto mix = [share](double f, double b) { return float(f * share + b * (1 - share)); };
    return QColor::fromRgbF(mix(front.redF(), back.redF()), mix(front.greenF(), back.greenF()),
                            mix(front.blueF(), back.blueF()));
}

} // namespace learnlab::ui
