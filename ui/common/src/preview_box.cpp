#include <ui/common/preview_box.h>

#include <ui/common/icons.h>
#include <ui/common/paint.h>
#include <ui/common/theme.h>
#include <ui/common/thumbnails.h>

#include <QtGui/QPainter>

namespace learnlab::ui {

namespace {

constexpr int boxHeight = 158;
constexpr int kindIcon = 56;

} // namespace

PreviewBox::PreviewBox(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(boxHeight);
}

void PreviewBox::setThumbnails(Thumbnails *thumbnails)
{
    if (m_thumbnails)
        m_thumbnails->disconnect(this);
    m_thumbnails = thumbnails;
    if (thumbnails) {
        connect(thumbnails, &Thumbnails::ready, this, [this](const QByteArray &id) {
            if (id == m_id)
                update();
        });
    }
    ask();
}

void PreviewBox::showItem(const QByteArray &id, FileType type, bool folder)
{
    m_id = id;
    m_type = type;
    m_folder = folder;
    ask();
    update();
}

void PreviewBox::ask()
{
    if (m_thumbnails)
        m_thumbnails->want(this,
                           isVisible() && !m_folder && !m_id.isEmpty() ? QList<QByteArray>{m_id} : QList<QByteArray>(),
                           size(), devicePixelRatioF());
}

void PreviewBox::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

void PreviewBox::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_thumbnails)
        m_thumbnails->want(this, {}, {}, 1);
}

void PreviewBox::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    ask();
}

void PreviewBox::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    const Thumbnail *picture =
        m_thumbnails && !m_folder ? m_thumbnails->find(m_id, size(), devicePixelRatioF()) : nullptr;
    if (picture) {
        paintThumbnail(&painter, rect(), *picture, theme);
        return;
    }
    paintRounded(&painter, rect(), 6, theme.sunken);
    paintFileIcon(&painter, rect(), m_type, m_folder, kindIcon);
}

} // namespace learnlab::ui
