#pragma once

#include <ui/models/file_roles.h>

#include <QtWidgets/QWidget>

class QPushButton;
class QToolButton;

namespace learnlab::ui {

class Breadcrumb;
class PathField;
class SearchField;
class ViewSwitch;

// The bar over the list. In a narrow window words give way to icons, and the search field to a button that opens it.
class TopBar final : public QWidget
{
    Q_OBJECT
public:
    explicit TopBar(QWidget *parent);

    [[nodiscard]] Breadcrumb *breadcrumb() const { return m_crumbs; }
    [[nodiscard]] PathField *pathField() const { return m_path; }
    [[nodiscard]] SearchField *search() const { return m_search; }
    [[nodiscard]] ViewSwitch *viewSwitch() const { return m_view; }

    void setNavigation(bool back, bool forward);
    void setCreates(bool on);
    void setSorts(bool on);
    void showSort(FileColumn column, Qt::SortOrder order);
    void setNarrow(bool narrow);
    void openSearch();
    // The breadcrumb turns into a field, and back.
    void editPath(const QString &path);
    void leavePath();

    // What the narrow form needs: the wide one must not keep the window from becoming narrow.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void backRequested();
    void forwardRequested();
    void newFolderRequested();
    void uploadFilesRequested();
    void uploadFolderRequested();
    void sortRequested(learnlab::ui::FileColumn column, Qt::SortOrder order);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fillSortMenu();
    void fillUploadMenu();
    void connectParts();
    void showParts();

    QToolButton *m_back;
    QToolButton *m_forward;
    Breadcrumb *m_crumbs;
    PathField *m_path;
    SearchField *m_search;
    QToolButton *m_openSearch;
    QToolButton *m_sort;
    ViewSwitch *m_view;
    QWidget *m_line;
    QPushButton *m_newFolder;
    QToolButton *m_newFolderIcon;
    QPushButton *m_upload;
    FileColumn m_column = FileColumn::Name;
    Qt::SortOrder m_order = Qt::AscendingOrder;
    bool m_creates = true;
    bool m_sorts = true;
    bool m_narrow = false;
};

} // namespace learnlab::ui
