#pragma once

#include "ui/models/backend.h"
#include "ui/models/link_list_model.h"

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace learnlab::ui {

class EmptyState;

/// The place "Shared links": every public link of the account, to be copied, looked at and withdrawn. UI thread; the
/// backend and the clock outlive it.
class LinksPage final : public QWidget
{
    Q_OBJECT

public:
    LinksPage(Backend &backend, const support::Clock &clock, QWidget *parent = nullptr);

    void setMirror(mirror::ReadPool *mirror);
    /// It comes into sight: asks the server how often each link was used.
    void refresh();
    [[nodiscard]] QTableView *list() const { return m_list; }
    [[nodiscard]] LinkListModel *model() const { return m_model; }

Q_SIGNALS:
    void said(const QString &text);
    /// Go to the file.
    void showRequested(const learnlab::domain::FolderId &folder, const learnlab::domain::ItemRef &file);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void followRows();
    void updateButtons();
    void copy();
    void showFile();
    void revoke();
    void showMenu(const QPoint &position);
    void layColumns();
    [[nodiscard]] QList<mirror::LinkRow> selected() const;

    Backend &m_backend;
    LinkListModel *m_model;
    QTableView *m_list;
    EmptyState *m_empty;
    QPushButton *m_copy;
    QPushButton *m_show;
    QPushButton *m_revoke;
};

} // namespace learnlab::ui
