#pragma once

#include <QtCore/QMetaType>
#include <QtCore/qnamespace.h>

// What a list of files and folders tells its views: the columns and the roles. Every model of items (folder, search,
// trash, kept files) answers these, so that one view and one delegate paint them all. No unit of the view's appears here.
namespace learnlab::ui {

// The columns of a list, in this order. Every column answers every role below with the same value: the role belongs
// to the row. Qt::DisplayRole is per column: the finished text in the user's locale ("1.8 MB", "9 items", "PDF document",
// "Today, 10:42"; for Status the short text, empty when the state needs no words). Qt::ToolTipRole may add what is not
// visible; Qt::AccessibleTextRole of the Name column is the whole row in words.
enum class FileColumn { Name, Size, Type, Modified, Status };
inline constexpr int fileColumnCount = 5;

// The one badge of an item; the first that applies wins in the order Failed, Conflict, Uploading, WaitingForNetwork,
// WillUpload, OnlineOnly (only while offline), AvailableOffline, Synced. A folder shows the worst state inside it.
enum class ItemStatus {
    Synced,
    AvailableOffline,
    Uploading,
    WillUpload,
    WaitingForNetwork,
    Failed,
    Conflict,
    OnlineOnly,
};

// Which file type icon an item has. Folder is Unknown with IsFolderRole.
enum class FileType { Unknown, Pdf, Doc, Sheet, Slides, Image, Video, Audio, Code, Archive, Text };

// Custom data roles. A row that is not loaded yet answers an invalid variant for all of them, IsFolderRole included,
// and the delegate paints a placeholder.
enum FileRole {
    IdRole = Qt::UserRole + 1, // QByteArray of 16 bytes
    IsFolderRole,              // bool
    NameRole,                  // QString, the name as stored, never with display-only bidi marks
    FileTypeRole,              // learnlab::ui::FileType
    SizeRole,                  // qint64 bytes of a file; the number of items of a folder; -1 unknown
    ModifiedRole,              // QDateTime in UTC
    StatusRole,                // learnlab::ui::ItemStatus
    ProgressRole,              // double 0..1, or -1 when the length is unknown or nothing moves
    StatusTextRole,            // QString; longer words for the tooltip ("Synced and verified", the reason of a failure)
    AvailableRole,             // bool: the bytes are on this computer; false dims the row while offline (see DimmedRole)
    DimmedRole,                // bool: paint as not reachable now (offline and not on this computer), or as cut
    PathRole,                  // QString, where the item is ("Semester 3 / Algorithms"); search results and trash
    MatchesRole,               // QVariantList of ints: start and length of each part of NameRole that was searched for
    SnippetRole,               // QString: what was searched for, with what stands around it in the file; plain text
    SnippetMatchesRole,        // QVariantList of ints: as MatchesRole, of SnippetRole
};

} // namespace learnlab::ui

Q_DECLARE_METATYPE(learnlab::ui::ItemStatus)
Q_DECLARE_METATYPE(learnlab::ui::FileType)
