#pragma once

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtGui/QFont>
#include <QtGui/QPalette>

namespace learnlab::ui {

class ColorScheme;
class Style;
struct Theme;

// Dresses the application: style, palette, font and icons, and follows the desktop when it turns dark or light.
// Made once by the application root, after QApplication and before the first widget; lives as long as the windows. UI
// thread.
class Appearance final : public QObject
{
    Q_OBJECT
public:
    enum class Choice { System, Light, Dark };

    explicit Appearance(QObject *parent = nullptr);

    // What the person chose in the settings; System follows the desktop.
    void setChoice(Choice choice);
    [[nodiscard]] Choice choice() const { return m_choice; }
    [[nodiscard]] bool isDark() const;
    // How large all text is, in percent of the platform's: 100 to 200. Windows that stand already keep the fonts that
    // they gave to their parts: the application root makes them anew.
    void setTextPercent(int percent);
    // Rows of lists 32 high instead of 40; at once where a view asks for listRowHeight() when its style changes.
    void setCompact(bool compact);
    // Nothing moves, whatever the platform says.
    void setMotionReduced(bool reduced);
    // The platform's own colours untouched, as for people who asked it for high contrast; until the next choice.
    void showPlatform(const QPalette &platform);

private:
    void apply();
    void dress(const Theme &theme, const QPalette &palette);

    QPalette m_platformPalette;
    QFont m_platformFont;
    QPointer<Style> m_style; // owned by QApplication
    ColorScheme *m_scheme;
    Choice m_choice = Choice::System;
    int m_textPercent = 100;
    bool m_motionReduced = false;
};

} // namespace learnlab::ui
