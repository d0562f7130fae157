#pragma once

#include <QtGui/QColor>
#include <QtGui/QPalette>

class QWidget;

namespace learnlab::ui {

// The colours of the interface as values. The style owns the one in use; painters get it through themeOf().
struct Theme
{
    bool dark = false;
    bool highContrast = false;

    // Grounds
    QColor window, base, raised, sunken, track, hover, pressed, sel, selOff;
    // Edges: line and lineStrong decorate, control identifies (3:1 against its ground)
    QColor line, lineStrong, control;
    // Words
    QColor text, text2, placeholder, disabled;
    // What acts or is chosen
    QColor accent, accentHover, accentPress, onAccent, accentSoft;
    // What needs to be known
    QColor success, successSoft;
    QColor warning, warningSoft, warningLine;
    QColor danger, dangerSoft, dangerLine, onDanger;
    QColor toast, onToast, toastLink, scrim;
    QColor folder, folderTab;

    static Theme light();
    static Theme darkTheme();

    // Every token taken from a palette of the platform, for people who asked it for high contrast.
    static Theme fromPlatform(const QPalette &platform);

    [[nodiscard]] QPalette palette() const;
};

// The theme that WIDGET is painted with (null: the application's). Falls back to a fixed light or dark one, by the
// lightness of the palette, when the application runs under a foreign style.
[[nodiscard]] const Theme &themeOf(const QWidget *widget);

// WCAG 2 contrast of two opaque colours, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

// FRONT over BACK, both opaque, by SHARE of FRONT (0..1).
[[nodiscard]] QColor mixed(const QColor &front, const QColor &back, double share);

} // namespace learnlab::ui
