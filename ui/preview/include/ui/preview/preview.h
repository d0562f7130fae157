#pragma once

#include "ui/models/file_roles.h"
#include "ui/preview/previews.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace learnlab::ui {

class MarkdownView;
class PictureView;
class TextView;

/// The quick preview: a card over the whole window with one file in it. Takes all keys while it is open, says what was
/// asked for, and does nothing itself. UI thread; a child of the window, which it covers.
class Preview final : public QWidget
{
    Q_OBJECT

public:
    struct File
    {
        QString name;    ///< as stored
        QString caption; ///< "1.8 MB · Today, 09:31"
        FileType type = FileType::Unknown;
        bool folder = false;
        bool canShare = false;
    };
    /// What stands in place of a picture.
    struct Words
    {
        QString text;
        QString button; ///< empty: none
    };

    Preview(Previews &previews, QWidget *window);

    /// Opens the card, or goes on to another file. Until something of it is shown there is its icon.
    void showFile(const File &file);
    /// The file's bytes are here, at this path.
    void showPath(const QString &path);
    void showWords(const Words &words);

public Q_SLOTS:
    void shut();

Q_SIGNALS:
    void shutDown();              ///< the focus is to go back
    void stepRequested(int step); ///< to the file before (-1) or behind (1)
    void openRequested();
    void shareRequested();
    void buttonPressed(); ///< of the words

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void build();
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeFoot();
    [[nodiscard]] QWidget *makeWords();
    void place();
    [[nodiscard]] bool takeKey(int key, Qt::KeyboardModifiers modifiers);
    void lookAt(int page);
    void take(const Look &look);
    void turn(int pages);
    void zoom(int steps);
    void showPage();
    void showHints();
    void giveFocus();
    [[nodiscard]] QString failureText(preview::Outcome outcome) const;

    Previews &m_previews;
    QWidget *m_card;
    QLabel *m_icon = nullptr;
    QLabel *m_name = nullptr;
    QLabel *m_caption = nullptr;
    QPushButton *m_share = nullptr;
    QPushButton *m_open = nullptr;
    QStackedWidget *m_body = nullptr;
    QWidget *m_wordsPage = nullptr;
    QLabel *m_wordsIcon = nullptr;
    QLabel *m_words = nullptr;
    QPushButton *m_button = nullptr;
    PictureView *m_picture = nullptr;
    TextView *m_text = nullptr;
    MarkdownView *m_markdown = nullptr;
    QWidget *m_pager = nullptr;
    QToolButton *m_back = nullptr;
    QToolButton *m_forward = nullptr;
    QLabel *m_page = nullptr;
    QLabel *m_hints = nullptr;
    QWidget *m_zoomer = nullptr;
    QLabel *m_zoom = nullptr;
    File m_file;
    QString m_path;
    QSize m_asked; ///< the box of the last look
    int m_pageNumber = 0;
    int m_pages = 0;
};

} // namespace learnlab::ui
