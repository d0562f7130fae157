#include "search_bar.h"

#include "filter_chip.h"

#include <domain/file_kind.h>
#include <domain/id.h>
#include <ui/common/fonts.h>
#include <ui/common/paint.h>
#include <ui/common/theme.h>
#include <ui/models/format.h>

#include <QtGui/QPainter>
#include <QtWidgets/QLabel>
#include <QtWidgets/QStyle>

#include <algorithm>
#include <array>
#include <utility>

namespace learnlab::ui {

namespace {

constexpr int mostFound = 500; // names; what a search brings at most
constexpr int sideMargin = 20;
constexpr int chipSpacing = 8;
constexpr int lineSpacing = 8;
constexpr int aboveChips = 10;

QLabel *makeWords(Text role, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setFont(fontFor(role));
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

SearchBar::SearchBar(QWidget *parent)
    : QWidget(parent),
      m_count(makeWords(Text::Label, this)),
      m_folder(addChip(QStringLiteral("folder"), tr("In", "@action:button where to search"))),
      m_type(addChip(QStringLiteral("type"), tr("Type", "@action:button which files to search for"))),
      m_time(addChip(QStringLiteral("time"), tr("Modified", "@action:button which files to search for"))),
      m_size(addChip(QStringLiteral("size"), tr("Size", "@action:button which files to search for"))),
      m_offline(addChip(QStringLiteral("offline"), tr("Only offline", "@option:check files to search for"))),
      m_hint(makeWords(Text::Small, this))
{
    m_folder->setShowsFirst(true);
    m_offline->setSwitch(QStringLiteral("is:offline"));
    m_hint->setText(tr("Names, and what is in files on this computer", "@info what is searched"));
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    fillTypes();
    fillTimes();
    fillSizes();
    begin({}, {});
}

FilterChip *SearchBar::addChip(const QString &name, const QString &title)
{
    auto *chip = new FilterChip(title, this);
    chip->setObjectName(QStringLiteral("filter-") + name);
    connect(chip, &FilterChip::chosen, this, [this] {
        arrange();
        Q_EMIT changed();
    });
    return chip;
}

void SearchBar::fillTypes()
{
    using domain::FileKind;
    const std::array kinds{
        std::pair(FileKind::Pdf, tr("PDF documents", "@item:inmenu which files to search for")),
        std::pair(FileKind::Document, tr("Text documents", "@item:inmenu which files to search for")),
        std::pair(FileKind::Sheet, tr("Spreadsheets", "@item:inmenu which files to search for")),
        std::pair(FileKind::Slides, tr("Presentations", "@item:inmenu which files to search for")),
        std::pair(FileKind::Image, tr("Images", "@item:inmenu which files to search for")),
        std::pair(FileKind::Video, tr("Videos", "@item:inmenu which files to search for")),
        std::pair(FileKind::Audio, tr("Audio", "@item:inmenu which files to search for")),
        std::pair(FileKind::Code, tr("Source code", "@item:inmenu which files to search for")),
        std::pair(FileKind::Archive, tr("Archives", "@item:inmenu which files to search for")),
        std::pair(FileKind::Text, tr("Plain text", "@item:inmenu which files to search for")),
    };
    m_type->addChoice(tr("Any type", "@item:inmenu which files to search for"), {});
    for (const auto &[kind, text] : kinds)
        m_type->addChoice(text, QStringLiteral("type:") + domain::wordOf(kind));
}

void SearchBar::fillTimes()
{
    m_time->addChoice(tr("Any time", "@item:inmenu when files were changed"), {});
    m_time->addChoice(tr("Last day", "@item:inmenu when files were changed"), QStringLiteral("since:1d"));
    m_time->addChoice(tr("Last week", "@item:inmenu when files were changed"), QStringLiteral("since:7d"));
    m_time->addChoice(tr("Last month", "@item:inmenu when files were changed"), QStringLiteral("since:30d"));
    m_time->addChoice(tr("Last year", "@item:inmenu when files were changed"), QStringLiteral("since:1y"));
    m_time->addChoice(tr("Over a year ago", "@item:inmenu when files were changed"), QStringLiteral("before:1y"));
}

void SearchBar::fillSizes()
{
    constexpr std::array limits{std::pair("1M", 1'000'000), std::pair("10M", 10'000'000), std::pair("100M", 100'000'000),
                                std::pair("1G", 1'000'000'000)};
    m_size->addChoice(tr("Any size", "@item:inmenu how large files are"), {});
    m_size->addChoice(tr("Under %1", "@item:inmenu how large files are").arg(formatSize(limits.front().second, locale())),
                      QStringLiteral("smaller:") + QLatin1String(limits.front().first));
    for (const auto &[word, bytes] : limits) {
        m_size->addChoice(tr("Over %1", "@item:inmenu how large files are").arg(formatSize(bytes, locale())),
                          QStringLiteral("larger:") + QLatin1String(word));
    }
}

void SearchBar::begin(const QByteArray &folder, const QString &name)
{
    m_folder->clearChoices();
    m_folder->addChoice(tr("In: All files", "@item:inmenu where to search"), {});
    if (!folder.isEmpty()) {
        // By its id: a name may have any character, and change.
        const QString words = QStringLiteral("in:id:") + domain::toText(domain::fromBlob<domain::FolderId>(folder));
        m_folder->addChoice(tr("In: %1", "@item:inmenu where to search; %1 is a folder").arg(QString(name).replace(u'&', QStringLiteral("&&"))),
                            words);
    }
    for (FilterChip *chip : {m_folder, m_type, m_time, m_size, m_offline})
        chip->reset();
    showCount(-1);
}

QString SearchBar::restrictions() const
{
    QStringList words;
    for (const FilterChip *chip : {m_folder, m_type, m_time, m_size, m_offline})
        words.append(chip->words());
    words.removeAll(QString());
    return words.join(u' ');
}

void SearchBar::showCount(int count)
{
    m_count->setText(count < 0            ? QString()
                     : count >= mostFound ? tr("%n or more results", "@info how many were found", count)
                                          : tr("%n result(s)", "@info how many were found", count));
    arrange();
}

/// Line by line; the words at the end only where they have room on the first.
void SearchBar::arrange()
{
    const int height = m_type->sizeHint().height();
    int x = sideMargin;
    int y = aboveChips;
    const auto place = [&](QWidget *part, int width) {
        if (x > sideMargin && x + width > this->width() - sideMargin) {
            x = sideMargin;
            y += height + lineSpacing;
        }
        const QRect at(x, y, std::min(width, std::max(0, this->width() - 2 * sideMargin)), height);
        part->setGeometry(QStyle::visualRect(layoutDirection(), rect(), at));
        x += width + chipSpacing;
    };
    m_count->setVisible(!m_count->text().isEmpty());
    if (m_count->isVisibleTo(this))
        place(m_count, m_count->sizeHint().width() + chipSpacing);
    for (FilterChip *chip : {m_folder, m_type, m_time, m_size, m_offline})
        place(chip, chip->sizeHint().width());
    const int left = width() - sideMargin - m_hint->sizeHint().width();
    m_hint->setVisible(y == aboveChips && x + chipSpacing <= left);
    m_hint->setGeometry(QStyle::visualRect(layoutDirection(), rect(), {left, y, m_hint->sizeHint().width(), height}));
    setFixedHeight(y + height + aboveChips);
}

QSize SearchBar::minimumSizeHint() const
{
    return {2 * sideMargin + m_type->sizeHint().width(), height()};
}

void SearchBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void SearchBar::paintEvent(QPaintEvent *)
{
    const Theme &theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.base);
    paintHairline(&painter, rect().bottomLeft(), rect().bottomRight(), theme.line);
}

} // namespace learnlab::ui
