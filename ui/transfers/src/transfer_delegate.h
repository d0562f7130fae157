#pragma once

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

#include <optional>

namespace learnlab::ui {

/// What a row of the queue offers at its end, from the end backwards.
enum class TransferAction { Cancel, Pause, Resume, Retry, Resolve };

/// Paints one transfer: icon, name, bar, percent, amount, speed, time, and up to two buttons. UI thread.
class TransferDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TransferDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index) override;

Q_SIGNALS:
    void actionTriggered(const QModelIndex &index, int action);

private:
    struct Button
    {
        TransferAction action;
        QRect rect;
    };
    [[nodiscard]] QList<Button> buttons(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    [[nodiscard]] std::optional<Button> buttonAt(const QPoint &position, const QStyleOptionViewItem &option,
                                                 const QModelIndex &index) const;
    void paintMoving(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintProblem(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    QPersistentModelIndex m_pressedIndex;
    std::optional<TransferAction> m_pressed;
};

} // namespace learnlab::ui
