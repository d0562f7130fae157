#pragma once

#include "type_cache.h"

#include <ui/common/icons.h>
#include <ui/common/theme.h>

#include <QtCore/QPointer>
#include <QtWidgets/QFocusFrame>
#include <QtWidgets/QProxyStyle>

class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionComplex;
class QStyleOptionMenuItem;
class QStyleOptionSpinBox;
class QStyleOptionToolButton;
class QStyleOptionViewItem;

namespace learnlab::ui {

// The look of the program's widgets: Fusion underneath, with every part that the design names painted from the theme.
// Owned by QApplication once set; UI thread. Widgets say what they are with dynamic properties:
//   kind    "primary", "danger", "flat", "link" (buttons); "danger" (actions in menus)
//   small   true: 28 px instead of 32; large true: 36
//   error   true on a line edit: danger border
class Style final : public QProxyStyle
{
    Q_OBJECT
public:
    explicit Style(const Theme &theme);

    [[nodiscard]] const Theme &theme() const { return m_theme; }
    // Takes another theme and forgets the icons of the old one. The caller sets the palette afterwards, which repaints.
    void setTheme(const Theme &theme);
    // Off where the desktop asks for less motion.
    void setAnimated(bool animated) { m_animated = animated; }
    // Low rows in lists.
    void setCompact(bool compact) { m_compact = compact; }
    [[nodiscard]] bool isCompact() const { return m_compact; }
    [[nodiscard]] Icons &icons() { return m_icons; }
    [[nodiscard]] TypeCache &type() { return m_type; }

    // Whether WIDGET has the focus because of a key, and should show it.
    [[nodiscard]] bool showsFocus(const QWidget *widget) const;

    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *answer) const override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const override;

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void paintButton(const QStyleOptionButton &option, QPainter *painter, const QWidget *widget) const;
    void paintToolButton(const QStyleOptionToolButton &option, QPainter *painter, const QWidget *widget) const;
    void paintField(const QStyleOption &option, QPainter *painter, const QWidget *widget) const;
    void paintChoice(const QStyleOptionComboBox &option, QPainter *painter, const QWidget *widget) const;
    [[nodiscard]] static QRect choiceRect(const QStyleOptionComboBox &option, SubControl part);
    [[nodiscard]] static QRect numberRect(const QStyleOptionSpinBox &option, SubControl part);
    void paintNumber(const QStyleOptionSpinBox &option, QPainter *painter, const QWidget *widget) const;
    void paintCheck(const QStyleOption &option, QPainter *painter, bool round) const;
    void paintRow(const QStyleOptionViewItem &option, QPainter *painter, const QWidget *widget) const;
    void paintMenuItem(const QStyleOptionMenuItem &option, QPainter *painter, const QWidget *widget) const;
    void paintMenuPanel(const QStyleOption &option, QPainter *painter) const;
    void paintTab(const QStyleOption &option, QPainter *painter) const;
    void paintHeaderSection(const QStyleOption &option, QPainter *painter) const;
    void paintScrollBar(const QStyleOptionComplex &option, QPainter *painter, const QWidget *widget) const;
    [[nodiscard]] QRect scrollBarRect(const QStyleOptionComplex &option, SubControl part) const;
    void followFocus(QWidget *widget, const QEvent *event);

    Theme m_theme;
    Icons m_icons;
    TypeCache m_type;
    bool m_animated = true;
    bool m_compact = false;
    QPointer<QWidget> m_keyboardFocus;
    QPointer<QFocusFrame> m_ring;
};

} // namespace learnlab::ui
