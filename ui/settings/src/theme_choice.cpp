#include "theme_choice.h"

#include "ui/common/fonts.h"
#include "ui/common/paint.h"
#include "ui/common/theme.h"
#include "ui/settings/look.h"

#include <QBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QRadioButton>

namespace learnlab::ui {

namespace {

constexpr QSize pictureSize(150, 92);
constexpr int leastPicture = 96;
constexpr int radius = 8;

/// The window in small, as a theme paints it.
void paintWindow(QPainter *painter, const QRect &rect, const Theme &theme)
{
    painter->fillRect(rect, theme.base);
    const QRect bar(rect.left(), rect.top(), 40, rect.height());
    painter->fillRect(bar, theme.window);
    painter->fillRect(bar.right(), rect.top(), 1, rect.height(), theme.line);
    for (int i = 0; i < 3; ++i)
        paintRounded(painter, QRect(rect.left() + 8, rect.top() + 14 + 14 * i, 24, 6), 3, i == 0 ? theme.accent : theme.track);
    for (int i = 0; i < 4; ++i) {
        const int y = rect.top() + 14 + 18 * i;
        paintRounded(painter, QRect(rect.left() + 52, y, 9, 9), 2, theme.folder);
        paintRounded(painter, QRect(rect.left() + 67, y + 2, 62 - 11 * (i % 3), 5), 2.5, i == 0 ? theme.text : theme.text2);
    }
}

/// Of "as the desktop": light on one side, dark on the other.
class ThemePicture final : public QWidget
{
public:
    ThemePicture(QString name, QRadioButton *button, QWidget *parent) : QWidget(parent), m_name(std::move(name)), m_button(button)
    {
        setFixedHeight(pictureSize.height());
        setMinimumWidth(leastPicture);
        setMaximumWidth(pictureSize.width());
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        connect(button, &QRadioButton::toggled, this, [this] { update(); });
    }

    QSize sizeHint() const override { return pictureSize; }

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
            m_button->click();
    }

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPainterPath shape;
        shape.addRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), radius, radius);
        painter.save();
        painter.setClipPath(shape);
        const bool dark = m_name == QLatin1String(themeName::dark);
        paintWindow(&painter, rect(), dark ? Theme::darkTheme() : Theme::light());
        if (m_name.isEmpty()) {
            QPainterPath half;
            half.addPolygon(QPolygonF({QPointF(width() * 0.62, 0), QPointF(width(), 0), QPointF(width(), height()), QPointF(width() * 0.38, height())}));
            painter.setClipPath(half, Qt::IntersectClip);
            paintWindow(&painter, rect(), Theme::darkTheme());
        }
        painter.restore();
        const Theme &theme = themeOf(this);
        const bool on = m_button->isChecked();
        paintRounded(&painter, rect(), radius, Qt::transparent, on ? theme.accent : theme.lineStrong, on ? 2 : 1);
    }

private:
    QString m_name;
    QRadioButton *m_button;
};

} // namespace

ThemeChoice::ThemeChoice(const QString &now, QWidget *parent)
    : QWidget(parent), m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    const QList<std::pair<QString, QString>> themes{
        {QString(), tr("As the desktop", "@option:radio a theme")},
        {QLatin1String(themeName::light), tr("Light", "@option:radio a theme")},
        {QLatin1String(themeName::dark), tr("Dark", "@option:radio a theme")},
    };
    setAccessibleName(tr("Theme", "@title:group light or dark"));
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(20);
    bool found = false;
    for (const auto &[name, text] : themes) {
        auto *button = new QRadioButton(text, this);
        button->setObjectName(QStringLiteral("theme-") + name);
        auto *column = new QVBoxLayout;
        column->setSpacing(8);
        column->addWidget(new ThemePicture(name, button, this));
        column->addWidget(button);
        m_row->addLayout(column, 1);
        button->setChecked(name == now || (!found && name == themes.first().first));
        found = found || name == now;
        connect(button, &QRadioButton::clicked, this, [this, chosenName = name] { Q_EMIT chosen(chosenName); });
    }
}

void ThemeChoice::setStacked(bool stacked)
{
    m_row->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace learnlab::ui
