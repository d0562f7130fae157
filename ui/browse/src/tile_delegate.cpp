#include "tile_delegate.h"

#include "tile_grid.h"

#include <ui/common/focus.h>
#include <ui/common/fonts.h>
#include <ui/common/icons.h>
#include <ui/common/paint.h>
#include <ui/common/theme.h>
#include <ui/common/thumbnails.h>
#include <ui/models/file_roles.h>

#include <QtGui/QPainter>
#include <QtGui/QTextLayout>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QStyle>

#include <algorithm>

namespace learnlab::ui {

namespace {

constexpr double steppedBack = 0.45; // what takes no drop while something is dragged
constexpr double outOfReach = 0.38;
constexpr int tileRadius = 8;
constexpr int badgeSize = 18;

// NAME in at most two centred lines of WIDTH; the second keeps the extension.
QStringList linesOf(const QString &name, const QFont &font, int width)
{
    const QFontMetrics metrics(font);
    if (metrics.horizontalAdvance(name) <= width)
        return {name};
    QTextLayout layout(name, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(width);
    layout.endLayout();
    const QString first = name.left(line.textLength()).trimmed();
    const QString rest = name.mid(line.textLength());
    return rest.isEmpty() ? QStringList{first} : QStringList{first, elidedName(rest, metrics, width)};
}

// Each part by its own direction: a size in Latin letters stays whole beside a date in Arabic.
QString captionOf(const QModelIndex &index)
{
    const QString size = index.siblingAtColumn(int(FileColumn::Size)).data().toString();
    const QString when = index.siblingAtColumn(int(FileColumn::Modified)).data().toString();
    return size.isEmpty() || when.isEmpty() ? size + when
                                            : QStringLiteral("\u2068%1\u2069 · \u2068%2\u2069").arg(size, when);
}

void paintWords(QPainter *painter, const QRect &room, const QModelIndex &index, Qt::LayoutDirection direction,
                const Theme &theme)
{
    const bool dimmed = index.data(DimmedRole).toBool();
    const QFont font = fontFor(Text::SmallMedium);
    painter->setFont(font);
    painter->setPen(dimmed ? theme.placeholder : theme.text);
    const int height = heightFor(16, font, 0);
    QRect line(room.left(), room.top(), room.width(), height);
    for (const QString &part : linesOf(displayName(index.data(NameRole).toString(), direction), font, room.width())) {
        painter->drawText(line, int(Qt::AlignCenter) | Qt::TextSingleLine, part);
        line.translate(0, height);
    }
    painter->setFont(fontFor(Text::Caption));
    painter->setPen(dimmed ? theme.placeholder : theme.text2);
    const int captionHeight = heightFor(16, fontFor(Text::Caption), 0);
    painter->drawText(QRect(room.left(), line.top() + 2, room.width(), captionHeight),
                      int(Qt::AlignCenter) | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(captionOf(index), Qt::ElideRight, room.width()));
}

// A tile whose data has not come yet.
void paintQuiet(QPainter *painter, const TileParts &parts, const Theme &theme)
{
    paintRounded(painter, parts.picture, 6, theme.sunken);
    const int width = parts.words.width() * 2 / 3;
    paintRounded(painter, QRect(parts.words.center().x() - width / 2, parts.words.top() + 4, width, 8), 4,
                 theme.sunken);
}

} // namespace

TileDelegate::TileDelegate(const TileState &state, QObject *parent) : NameDelegate(parent), m_state(state) {}

QSize TileDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return option.rect.size();
}

void TileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = themeOf(option.widget);
    const TileParts parts = TileParts::of(option.rect, m_state.below);
    painter->save();
    paintGround(painter, option, index, theme);
    const QVariant folder = index.data(IsFolderRole);
    if (!folder.isValid()) {
        paintQuiet(painter, parts, theme);
        painter->restore();
        return;
    }
    if (m_state.dragOver && !folder.toBool())
        painter->setOpacity(steppedBack);
    const double before = painter->opacity();
    if (index.data(DimmedRole).toBool())
        painter->setOpacity(before * outOfReach);
    paintPicture(painter, parts.picture, index, theme);
    painter->setOpacity(before);
    paintState(painter, option, index, theme);
    paintWords(painter, parts.words, index, option.direction, theme);
    painter->restore();
}

void TileDelegate::paintGround(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                               const Theme &theme) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool selected = option.state & QStyle::State_Selected;
    const bool current = view && view->hasFocus() && view->currentIndex().row() == index.row();
    const bool focus = current && !m_state.dragOver && (showsKeyboardFocus(view) || (m_state.keys && !selected));
    if (index.row() == m_state.dropRow)
        paintRounded(painter, option.rect, tileRadius, theme.accentSoft, theme.accent, 2);
    else if (selected && (!view || view->isActiveWindow()))
        paintRounded(painter, option.rect, tileRadius, theme.sel, theme.accent, 1);
    else if (selected)
        paintRounded(painter, option.rect, tileRadius, theme.selOff, theme.lineStrong, 1);
    else if (index.row() == m_state.hoverRow && !m_state.dragOver)
        paintRounded(painter, option.rect, tileRadius, theme.hover);
    if (focus)
        paintRounded(painter, option.rect, tileRadius, {}, theme.accent, 2);
}

void TileDelegate::paintPicture(QPainter *painter, const QRect &frame, const QModelIndex &index,
                                const Theme &theme) const
{
    const bool folder = index.data(IsFolderRole).toBool();
    if (!folder && m_state.thumbnails) {
        const qreal ratio = painter->device()->devicePixelRatioF();
        if (const Thumbnail *picture =
                m_state.thumbnails->find(index.data(IdRole).toByteArray(), frame.size(), ratio)) {
            paintThumbnail(painter, frame, *picture, theme);
            return;
        }
    }
    const int size = std::clamp(frame.height() * 7 / 10, 40, 96) / 8 * 8;
    paintFileIcon(painter, frame, index.data(FileTypeRole).value<FileType>(), folder, size);
}

void TileDelegate::paintState(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                              const Theme &theme) const
{
    const auto status = index.data(StatusRole).value<ItemStatus>();
    if (status == ItemStatus::Synced)
        return;
    const TileParts parts = TileParts::of(option.rect, m_state.below);
    const auto visual = [&option](const QRect &box) { return QStyle::visualRect(option.direction, option.rect, box); };
    const QRect badge = visual(parts.badge);
    paintRounded(painter, badge, badge.width() / 2.0, theme.base);
    paintBadge(painter, badge, status, badgeSize);
    const double progress = index.data(ProgressRole).toDouble();
    if (status != ItemStatus::Uploading || progress < 0)
        return;
    // Readable on every picture.
    const QRect bar = visual(parts.bar);
    paintRounded(painter, QRect(bar.left() - 2, bar.center().y() - 3, bar.width() + 4, 8), 4, theme.base);
    paintProgress(painter, bar, progress, ProgressState::Active, option.direction, theme.track, theme);
}

void TileDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const QRect words = TileParts::of(option.rect, m_state.below).words;
    const int height = editor->sizeHint().height();
    editor->setGeometry(words.left() - 5, words.top() - 4, words.width() + 10, height);
}

} // namespace learnlab::ui
