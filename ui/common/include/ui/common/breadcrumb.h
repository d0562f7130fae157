#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>
#include <QtCore/QTimer>
#include <QtCore/QUrl>
#include <QtWidgets/QWidget>

class QAbstractButton;
class QToolButton;

namespace learnlab::ui {

struct CrumbPart
{
    QByteArray id;
    QString name;
};

// Where one is, from the root to the current folder. When there is too little room, parts leave into a "…" menu from
// the middle first. Every part but the last can be pressed, takes drops, and opens when a drag rests on it. UI thread; owned by its parent.
class Breadcrumb final : public QWidget
{
    Q_OBJECT
public:
    explicit Breadcrumb(QWidget *parent = nullptr);

    // From the root to the current folder; the ids are handed back as they came.
    void setParts(const QList<CrumbPart> &parts);
    [[nodiscard]] const QList<CrumbPart> &parts() const { return m_parts; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void activated(const QByteArray &id);
    void urlsDropped(const QList<QUrl> &urls, const QByteArray &target);
    void itemsDropped(const QList<QByteArray> &ids, const QByteArray &target);
    // The name of the part under a drag, and whether the drag moves items of ours; an empty name when it leaves.
    void dropTargetChanged(const QString &label, bool moves);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void rebuild();
    void arrange();
    void showHidden();
    [[nodiscard]] int partAt(const QPoint &point) const;
    void setDropPart(int part, bool moves = false);

    QList<CrumbPart> m_parts;
    QList<QAbstractButton *> m_buttons; // children, one a part
    QToolButton *m_more;
    QList<int> m_chevrons; // where one stands, in reading order from the leading edge
    int m_hidden = 0;      // parts in the menu
    int m_dropPart = -1;
    QTimer m_spring; // until the part under a drag opens
};

} // namespace learnlab::ui
