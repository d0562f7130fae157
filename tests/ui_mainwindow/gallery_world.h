#pragma once

#include "fakes/step_scheduler.h"
#include "ui/mainwindow/main_window.h"
#include "ui_fakes/fake_backend.h"
#include "ui_fakes/fake_links.h"
#include "ui_fakes/mirror_fixture.h"

namespace learnlab::tests {

/// A real window over a real mirror with a student's semester in it: what pictures are taken of. Its clock stands still.
class GalleryWorld
{
public:
    enum class Words { Latin, Arabic };

    explicit GalleryWorld(Words words = Words::Latin);
    ~GalleryWorld();

    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    [[nodiscard]] FakeBackend &backend() { return m_backend; }
    [[nodiscard]] MirrorFixture &mirror() { return m_mirror; }
    [[nodiscard]] const support::Clock &clock() const { return m_clock; }
    [[nodiscard]] support::Settings &settings() { return *m_settings; }
    [[nodiscard]] QString settingsPath() const { return m_folder.filePath(QStringLiteral("settings.ini")); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] domain::FolderId home() const { return MirrorFixture::folderId(2); }
    [[nodiscard]] domain::Transfer conflict() const { return m_conflict; }

    /// Signs in and goes to the semester's folder; waits until its rows are there.
    void open(const QSize &size);
    /// The bytes of some files, before open(): they have pictures.
    void addContents();
    void goOffline();
    void addChanges();
    void addTransfers();
    void addLinks();

private:
    void fill(Words words);
    domain::Transfer upload(int file, const QString &name, qint64 size, int group) const;
    void move(domain::Transfer transfer, double share);

    QTemporaryDir m_folder;
    fakes::FakeClock m_clock;
    MirrorFixture m_mirror;
    FakeLinks m_links{m_mirror.writer()};
    FakeBackend m_backend;
    std::unique_ptr<support::Settings> m_settings;
    std::unique_ptr<ui::MainWindow> m_window;
    domain::Transfer m_conflict;
    int m_rows = 0;
};

} // namespace learnlab::tests
