#include "fixture_model.h"

#include <QtCore/QHash>

using namespace learnlab::ui;

namespace {

FileType typeOf(const QString &word)
{
    static const QHash<QString, FileType> all{
        {QStringLiteral("pdf"), FileType::Pdf},         {QStringLiteral("doc"), FileType::Doc},
        {QStringLiteral("sheet"), FileType::Sheet},     {QStringLiteral("slides"), FileType::Slides},
        {QStringLiteral("image"), FileType::Image},     {QStringLiteral("video"), FileType::Video},
        {QStringLiteral("audio"), FileType::Audio},     {QStringLiteral("code"), FileType::Code},
        {QStringLiteral("archive"), FileType::Archive}, {QStringLiteral("text"), FileType::Text}};
    return all.value(word, FileType::Unknown);
}

ItemStatus statusOf(const QString &word)
{
    static const QHash<QString, ItemStatus> all{{QStringLiteral("offline"), ItemStatus::AvailableOffline},
                                                {QStringLiteral("uploading"), ItemStatus::Uploading},
                                                {QStringLiteral("waiting"), ItemStatus::WaitingForNetwork},
                                                {QStringLiteral("later"), ItemStatus::WillUpload},
                                                {QStringLiteral("failed"), ItemStatus::Failed},
                                                {QStringLiteral("conflict"), ItemStatus::Conflict},
                                                {QStringLiteral("online"), ItemStatus::OnlineOnly}};
    return all.value(word, ItemStatus::Synced);
}

QString wordsOf(ItemStatus status)
{
    switch (status) {
    case ItemStatus::AvailableOffline:
        return QStringLiteral("Available offline");
    case ItemStatus::WaitingForNetwork:
        return QStringLiteral("Waiting for network");
    case ItemStatus::WillUpload:
        return QStringLiteral("Will upload later");
    case ItemStatus::Failed:
        return QStringLiteral("Failed");
    case ItemStatus::Conflict:
        return QStringLiteral("Conflict");
    case ItemStatus::OnlineOnly:
        return QStringLiteral("Online only");
    case ItemStatus::Synced:
    case ItemStatus::Uploading:
        break;
    }
    return {};
}

QList<QStandardItem *> rowOf(const QString &line, int row)
{
    const QStringList parts = line.split(u'|');
    const auto part = [&parts](int i) { return parts.value(i).trimmed(); };
    const ItemStatus status = statusOf(part(5));
    const QStringList shown{part(1), part(2), part(3), part(4), wordsOf(status)};
    QList<QStandardItem *> items;
    for (const QString &text : shown) {
        auto *item = new QStandardItem(text); // the model takes the row
        item->setData(fixtureId(row), IdRole);
        item->setData(part(0) == QLatin1String("folder"), IsFolderRole);
        item->setData(part(1), NameRole);
        item->setData(QVariant::fromValue(typeOf(part(0))), FileTypeRole);
        item->setData(QVariant::fromValue(status), StatusRole);
        item->setData(parts.size() > 6 ? part(6).toDouble() : -1.0, ProgressRole);
        item->setData(status == ItemStatus::OnlineOnly, DimmedRole);
        item->setData(QStringLiteral("All files / Semester 3"), PathRole);
        items.append(item);
    }
    return items;
}

} // namespace

QByteArray fixtureId(int row)
{
    return QByteArray::number(row).rightJustified(16, '0');
}

std::unique_ptr<QStandardItemModel> fixtureModel(const QStringList &lines)
{
    auto model = std::make_unique<QStandardItemModel>(0, fileColumnCount);
    model->setHorizontalHeaderLabels({QStringLiteral("Name"), QStringLiteral("Size"), QStringLiteral("Type"),
                                      QStringLiteral("Modified"), QStringLiteral("Status")});
    for (qsizetype i = 0; i < lines.size(); ++i)
        model->appendRow(rowOf(lines[i], int(i)));
    return model;
}

QStringList algorithmsFolder()
{
    return {
        QStringLiteral("folder|Exercise sheets|9 items|Folder|Today, 09:12|offline"),
        QStringLiteral("folder|Lab recordings|6 items|Folder|Yesterday, 17:40|synced"),
        QStringLiteral("folder|Lecture slides|14 items|Folder|Mon, 08:55|offline"),
        QStringLiteral("folder|Project: route planner|38 items|Folder|Today, 10:41|uploading|0.42"),
        QStringLiteral("pdf|Assignment 3 – Dynamic programming.pdf|1.8 MB|PDF document|Today, 09:31|synced"),
        QStringLiteral("doc|Assignment 3 – solutions draft.docx|412 KB|Word document|Today, 10:38|conflict"),
        QStringLiteral("sheet|benchmark-results.csv|96 KB|CSV table|Yesterday, 21:04|synced"),
        QStringLiteral("text|dijkstra-notes.md|12 KB|Markdown|14 Nov, 16:20|synced"),
        QStringLiteral("pdf|Exam 2024 – mock questions.pdf|640 KB|PDF document|12 Nov, 11:02|offline"),
        QStringLiteral("code|graph_traversal.py|8 KB|Python script|Today, 10:22|synced"),
        QStringLiteral("audio|interview-prof-okafor.m4a|42.1 MB|Audio|Today, 10:40|waiting"),
        QStringLiteral("video|lab-session-4.mp4|1.2 GB|Video|Today, 10:37|uploading|0.68"),
        QStringLiteral("slides|Lecture 07 – Greedy algorithms.pptx|18.4 MB|Presentation|Today, 10:39|uploading|0.81"),
        QStringLiteral("archive|route-planner-dataset.zip|212 MB|ZIP archive|Today, 10:33|failed"),
        QStringLiteral("sheet|Study group timetable.xlsx|38 KB|Spreadsheet|3 Nov, 14:48|synced"),
        QStringLiteral("image|whiteboard-2025-11-13.jpg|3.4 MB|JPEG image|13 Nov, 18:09|online"),
    };
}

QStringList arabicFolder()
{
    return {
        QStringLiteral("folder|أوراق التمارين|9 عناصر|مجلد|اليوم، 09:12|offline"),
        QStringLiteral("pdf|الواجب 3 – البرمجة الديناميكية.pdf|1.8 MB|مستند PDF|اليوم، 09:31|synced"),
        QStringLiteral("video|تسجيل المختبر 4.mp4|1.2 GB|فيديو|اليوم، 10:37|uploading|0.68"),
        QStringLiteral("archive|route-planner-dataset.zip|212 MB|أرشيف|اليوم، 10:33|failed"),
    };
}
