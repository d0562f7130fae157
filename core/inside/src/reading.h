#pragma once

#include "index.h"

#include "inside/indexer.h"
#include "preview/renderer.h"

#include <QTimer>

namespace learnlab::inside {

/// What Indexer does on its thread.
class Reading final : public QObject
{
    Q_OBJECT

public:
    using Flag = std::shared_ptr<std::atomic_bool>;

    Reading(Indexer::Places places, Indexer::Options options, Flag stopping, Flag asked);

    void begin();
    void lookSoon();

Q_SIGNALS:
    void settled(int unread);

private:
    void look();
    [[nodiscard]] bool open();
    [[nodiscard]] bool remove(const QSet<QByteArray> &gone);
    void readNext();
    void take(const QByteArray &digest, const preview::Answer &answer);
    [[nodiscard]] bool store();
    void settle();

    const Indexer::Places m_places;
    const Indexer::Options m_options;
    const Flag m_stopping;
    const Flag m_asked;
    // Children, so that they go to another thread with this.
    preview::Renderer m_renderer;
    QTimer m_rest{this};
    std::unique_ptr<Index> m_index;
    std::unique_ptr<mirror::Reader> m_mirror;
    QList<QByteArray> m_unread;
    QSet<QByteArray> m_slow;       ///< took too long: not again in this process
    QList<Index::Document> m_read; ///< and not stored yet
    qint64 m_lettersRead = 0;      ///< in these
    qint64 m_bytes = 0;            ///< of text in the index
    QByteArray m_asks;             ///< what is being read
    bool m_wrote = false;
};

} // namespace learnlab::inside
