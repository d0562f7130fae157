#pragma once

#include <QPlainTextEdit>
#include <QTextBrowser>

namespace learnlab::ui {

/// Text as it is, with the numbers of its lines. UI thread.
class TextView final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit TextView(QWidget *parent);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Numbers;

    void makeRoom();
    void paintNumbers(QPaintEvent *event);

    Numbers *m_numbers;
};

/// Markdown as it is meant. Nothing that it names is fetched, neither from the network nor from this computer, and its
/// links lead nowhere. UI thread.
class MarkdownView final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit MarkdownView(QWidget *parent);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
};

} // namespace learnlab::ui
