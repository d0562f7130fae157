#include <ui/details/details_pane.h>

#include "facts.h"
#include "integrity_section.h"
#include "share_section.h"

#include <ui/common/buttons.h>
#include <ui/common/fonts.h>
#include <ui/common/icons.h>
#include <ui/common/margins.h>
#include <ui/common/preview_box.h>
#include <ui/common/theme.h>
#include <ui/models/change_list_model.h>
#include <ui/models/format.h>

#include <domain/names.h>

#include <QtCore/QEvent>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QToolButton>

#include <memory>
#include <utility>

namespace learnlab::ui {

namespace {

constexpr int margin = 16;
constexpr int mostPlaceWidth = 168;

QLabel *makeLabel(const QString &text, Text role, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(fontFor(role));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    // By the window's direction, not by that of the words: dates and names in Latin letters stand with the others.
    label->setAlignment(Qt::AlignVCenter | (QGuiApplication::isRightToLeft() ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft));
    return label;
}

QString bytesInFull(qint64 bytes)
{
    const QLocale locale;
    const QString size = formatSize(bytes, locale);
    return bytes < 1000 ? size : DetailsPane::tr("%1 (%2 bytes)", "@info a size, short and exact").arg(size, locale.toString(bytes));
}

} // namespace

DetailsPane::DetailsPane(Backend &backend, const support::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_clock(clock)
    , m_scroll(new QScrollArea(this))
    , m_integrity(new IntegritySection(backend, this))
    , m_share(new ShareSection(backend, clock, this))
{
    setMinimumWidth(static_cast<int>(leastWidth * textScale()));
    setMaximumWidth(static_cast<int>(mostWidth * textScale()));
    setAccessibleName(tr("Details"));
    build();
    connect(m_integrity, &IntegritySection::said, this, &DetailsPane::said);
    connect(m_integrity, &IntegritySection::proofRequested, this,
            [this](const domain::File &file) { Q_EMIT proofRequested(file.id); });
    connect(m_share, &ShareSection::said, this, &DetailsPane::said);
    connect(m_share, &ShareSection::linksChanged, this, &DetailsPane::reread);
    showFacts(Facts());
}

DetailsPane::~DetailsPane() = default;

void DetailsPane::setThumbnails(Thumbnails *thumbnails)
{
    m_icon->setThumbnails(thumbnails);
}

void DetailsPane::build()
{
    auto *title = makeLabel(tr("Details"), Text::Strong, this);
    auto *close = makeIconButton(QStringLiteral("close"), tr("Close the details"), this, QKeySequence(Qt::ALT | Qt::Key_Return));
    connect(close, &QToolButton::clicked, this, &DetailsPane::closeRequested);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(marginsFrom(margin, 12, 8, 4));
    head->addWidget(title, 1);
    head->addWidget(close);

    auto *page = new QWidget;
    m_icon = new PreviewBox(page);
    m_name = makeLabel({}, Text::Heading, page);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_hint = makeLabel({}, Text::Body, page);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_factsBox = new QWidget(page);
    m_facts = new QGridLayout(m_factsBox);
    m_facts->setContentsMargins(0, 0, 0, 0);
    m_facts->setHorizontalSpacing(12);
    m_facts->setVerticalSpacing(8);
    m_facts->setColumnStretch(1, 1);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(margin, 4, margin, margin);
    column->setSpacing(12);
    column->addWidget(m_icon);
    column->addWidget(m_name);
    column->addWidget(m_hint);
    column->addWidget(m_factsBox);
    column->addSpacing(4);
    column->addWidget(m_integrity);
    column->addSpacing(4);
    column->addWidget(m_share);
    column->addStretch(1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(page);
    page->setAutoFillBackground(false); // which setWidget() turns on
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addLayout(head);
    whole->addWidget(m_scroll, 1);
}

void DetailsPane::setItems(const QList<domain::ItemRef> &selected, int count, domain::FolderId here)
{
    if (selected == m_selected && count == m_count && here == m_here)
        return;
    m_selected = selected;
    m_count = count;
    m_here = here;
    reread();
}

void DetailsPane::reread()
{
    if (!m_backend.mirror())
        return showFacts(Facts());
    m_backend.mirror()->ask<Facts>(
        this,
        [selected = m_selected, count = m_count, here = m_here](const mirror::Reader &reader) {
            return readFacts(reader, selected, count, here);
        },
        [this, question = ++m_asked](const Facts &facts) {
            // Two readers answer, and the one that was asked first may be the last.
            if (question < m_shown)
                return;
            m_shown = question;
            showFacts(facts);
        },
        true);
}

void DetailsPane::showFacts(const Facts &facts)
{
    clearFacts();
    m_icon->setVisible(facts.only.has_value());
    m_name->setVisible(facts.only || facts.count > 1);
    m_hint->setVisible(!facts.only);
    const bool digested = facts.file && !facts.file->contentSha256.isEmpty();
    m_integrity->setVisible(digested);
    if (!digested)
        m_integrity->clear();
    m_share->setVisible(facts.only && facts.file);
    if (facts.only) {
        showOne(facts);
    } else if (facts.count > 1) {
        m_name->setText(tr("%n thing(s) selected", nullptr, facts.count));
        m_hint->setVisible(false);
        if (!facts.more) {
            addFact(tr("Files"), QLocale().toString(facts.files));
            addFact(tr("Folders"), QLocale().toString(facts.folders));
            addFact(tr("Size"), bytesInFull(facts.bytes));
        }
    } else {
        m_hint->setText(facts.count == 1 ? tr("This is not there any more.") : tr("Select a file to see what is known of it, and to share it."));
    }
    if (std::exchange(m_linkWanted, false) && facts.file) {
        m_share->takeFocus();
        m_scroll->ensureWidgetVisible(m_share);
    }
}

void DetailsPane::showOne(const Facts &facts)
{
    const mirror::ItemRow &row = *facts.only;
    const bool folder = row.ref.kind == domain::ItemKind::Folder;
    const QLocale locale;
    m_icon->showItem(domain::toBlob(domain::FileId(row.ref.id)), folder ? FileType::Unknown : fileTypeOf(row.name, row.mimeType), folder);
    m_name->setText(domain::displayName(row.name));
    addFact(tr("Type"), folder ? tr("Folder") : typeName(row.name, row.mimeType));
    addFact(tr("Size"), folder ? formatItemCount(row.size, locale) : bytesInFull(row.size));
    addFact(tr("Modified"), formatWhen(row.modifiedAt, m_clock.now(), locale));
    if (facts.file)
        addFact(tr("Added"), formatWhen(facts.file->createdAt, m_clock.now(), locale));
    addPlace(facts);
    if (row.pinned || row.available)
        addFact(tr("Here"), row.available ? tr("On this computer") : tr("Being fetched"));
    if (!facts.file)
        return;
    if (!facts.file->contentSha256.isEmpty())
        m_integrity->setFile(*facts.file);
    m_share->setFile(*facts.file, facts.links, !row.deletedAt && !facts.file->isDeleted);
}

void DetailsPane::addFact(const QString &label, const QString &value)
{
    const int row = m_rows++;
    auto *name = makeLabel(label, Text::Body, m_factsBox);
    name->setForegroundRole(QPalette::PlaceholderText);
    name->setMinimumWidth(76);
    auto *words = makeLabel(value, Text::Body, m_factsBox);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->setAccessibleName(label + QStringLiteral(": ") + value);
    m_facts->addWidget(name, row, 0, Qt::AlignTop | Qt::AlignLeading);
    m_facts->addWidget(words, row, 1);
}

void DetailsPane::addPlace(const Facts &facts)
{
    const int row = m_rows++;
    auto *name = makeLabel(tr("Where"), Text::Body, m_factsBox);
    name->setForegroundRole(QPalette::PlaceholderText);
    const QString words = domain::displayName(placeText(facts.only->path));
    const int room = static_cast<int>(mostPlaceWidth * textScale());
    auto *place = makeButton(QFontMetrics(fontFor(Text::Label)).elidedText(words, Qt::ElideLeft, room), ButtonKind::Link, m_factsBox);
    place->setAccessibleName(tr("Go to %1", "@action:button a folder").arg(words));
    place->setToolTip(words);
    connect(place, &QPushButton::clicked, this, [this, parent = facts.parent] { Q_EMIT folderRequested(parent); });
    m_facts->addWidget(name, row, 0, Qt::AlignVCenter | Qt::AlignLeading);
    m_facts->addWidget(place, row, 1, Qt::AlignLeading);
}

void DetailsPane::clearFacts()
{
    m_rows = 0;
    while (QLayoutItem *taken = m_facts->takeAt(0)) {
        const std::unique_ptr<QLayoutItem> item(taken);
        item->widget()->hide();
        item->widget()->deleteLater(); // one of them may be the sender of the click that led here
    }
}

void DetailsPane::goToLink()
{
    m_linkWanted = true;
    reread();
}

void DetailsPane::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), themeOf(this).base);
}

void DetailsPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        reread();
}

} // namespace learnlab::ui
