#pragma once

#include <QPersistentModelIndex>
#include <QStyledItemDelegate>

#include <optional>

namespace learnlab::ui {

/// What a row of the queue offers: Open at its beginning, NextStep as a link behind what went wrong, the others at its
/// end, from the end backwards.
enum class TransferAction { Cancel, Pause, Resume, Retry, NextStep, Open };

/// The words of the link that leads to a row's next step; empty where a button or waiting is enough.
[[nodiscard]] QString nextStepText(const QModelIndex &index);

/// Paints one row of the queue: a transfer, a group with its own bar, or the title of a section. UI thread.
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
    /// Where the parts of a row stand, left to right whatever the direction.
    struct Layout
    {
        QRect chevron;
        QRect icon;
        QRect rest;
    };
    [[nodiscard]] static Layout layoutOf(const QStyleOptionViewItem &option, const QModelIndex &index);
    [[nodiscard]] QList<Button> buttons(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    [[nodiscard]] std::optional<Button> buttonAt(const QPoint &position, const QStyleOptionViewItem &option,
                                                 const QModelIndex &index) const;
    void paintSection(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintName(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintMoving(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintProblem(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    QPersistentModelIndex m_pressedIndex;
    std::optional<TransferAction> m_pressed;
};

} // namespace learnlab::ui
