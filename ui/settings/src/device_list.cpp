#include "device_list.h"

#include "ui/common/buttons.h"
#include "ui/common/fonts.h"
#include "ui/common/icons.h"
#include "ui/common/margins.h"
#include "ui/common/paint.h"
#include "ui/common/theme.h"
#include "ui/models/format.h"

#include "domain/names.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace learnlab::ui {

namespace {

constexpr int rowHeight = 64;
constexpr double oneLineUpTo = 1.4; ///< times the usual letters; larger ones want two

/// "This device", on the accent's soft ground.
class Chip final : public QWidget
{
public:
    Chip(const QString &text, QWidget *parent) : QWidget(parent), m_text(text)
    {
        const QFontMetrics metrics(fontFor(Text::Caption));
        setFixedSize(metrics.horizontalAdvance(text) + 20, metrics.height() + 4);
        setAccessibleName(text);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        paintRounded(&painter, rect(), 4, theme.accentSoft);
        QFont font = fontFor(Text::Caption);
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(theme.accent);
        painter.drawText(rect(), Qt::AlignCenter, m_text);
    }

private:
    QString m_text;
};

class DeviceIcon final : public QWidget
{
public:
    DeviceIcon(bool current, QWidget *parent) : QWidget(parent), m_current(current) { setFixedSize(24, 24); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        paintUiIcon(&painter, rect(), QStringLiteral("settings-devices"), 24, m_current ? theme.accent : theme.text2);
    }

private:
    bool m_current;
};

} // namespace

DeviceList::DeviceList(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    setAccessibleName(tr("Devices"));
}

void DeviceList::setSessions(const QList<domain::Session> &sessions, support::Timestamp now)
{
    for (QWidget *old : std::exchange(m_rows, {})) {
        m_column->removeWidget(old);
        old->hide();
        old->deleteLater(); // one of them may be the sender of the click that led here
    }
    m_sessions = sessions;
    for (const domain::Session &session : sessions) {
        m_rows.append(rowOf(session, now));
        m_column->addWidget(m_rows.last());
    }
    update();
}

QWidget *DeviceList::rowOf(const domain::Session &session, support::Timestamp now)
{
    auto *row = new QWidget(this);
    row->setMinimumHeight(heightFor(rowHeight, fontFor(Text::Body), 20));
    auto *across = new QHBoxLayout(row);
    const bool stacked = textScale() > oneLineUpTo;
    across->setContentsMargins(stacked ? marginsFrom(18, 10, 12, 10) : marginsFrom(18, 0, 12, 0));
    across->setSpacing(18);
    across->addWidget(new DeviceIcon(session.current, row));
    const QString words = session.deviceInfo.isEmpty() ? tr("Unknown device") : domain::displayName(session.deviceInfo);
    auto *name = new QLabel(words, row);
    name->setTextFormat(Qt::PlainText);
    name->setFont(fontFor(Text::Label));
    name->setWordWrap(stacked);
    auto *title = new QHBoxLayout;
    title->setSpacing(8);
    title->addWidget(name, stacked ? 1 : 0);
    if (session.current)
        title->addWidget(new Chip(tr("This device"), row));
    if (!stacked)
        title->addStretch(1);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(2);
    lines->addStretch(1);
    lines->addLayout(title);
    across->addLayout(lines, 1);
    const QString since = formatWhen(session.createdAt, now, QLocale());
    auto *when = new QLabel(session.current ? tr("Active now") : tr("Signed in %1", "day and time").arg(since), row);
    when->setFont(fontFor(Text::Small));
    when->setForegroundRole(QPalette::PlaceholderText);
    if (stacked)
        lines->addWidget(when);
    else
        across->addWidget(when);
    lines->addStretch(1);
    if (!session.current) {
        auto *end = makeButton(tr("Sign out"), ButtonKind::Secondary, row);
        end->setProperty("small", true);
        end->setAccessibleName(tr("Sign out %1", "a device").arg(words));
        connect(end, &QPushButton::clicked, this, [this, id = session.id] { Q_EMIT endRequested(id); });
        across->addWidget(end);
    }
    return row;
}

void DeviceList::showEnding(domain::SessionId id)
{
    for (qsizetype i = 0; i < m_sessions.size(); ++i) {
        if (m_sessions.at(i).id != id)
            continue;
        if (auto *button = m_rows.at(i)->findChild<QPushButton *>()) {
            button->setEnabled(false);
            button->setText(tr("Signing out…"));
        }
    }
}

void DeviceList::paintEvent(QPaintEvent *)
{
    if (m_rows.isEmpty())
        return;
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    paintRounded(&painter, rect(), 8, theme.base, theme.lineStrong);
    for (const QWidget *row : m_rows.mid(1))
        paintHairline(&painter, row->geometry().topLeft() + QPoint(1, 0), row->geometry().topRight() - QPoint(1, 0), theme.lineStrong);
}

} // namespace learnlab::ui
