#include "inside/indexer.h"

#include "reading.h"

namespace learnlab::inside {

Indexer::Indexer(Places places, Options options, QObject *parent)
    : QObject(parent), m_reading(new Reading(std::move(places), std::move(options), m_stopping, m_asked))
{
    m_reading->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_reading, &Reading::begin);
    connect(&m_thread, &QThread::finished, m_reading, &QObject::deleteLater);
    connect(m_reading, &Reading::settled, this, &Indexer::settled);
    m_thread.setObjectName(QStringLiteral("inside"));
    m_thread.start();
    look();
}

Indexer::~Indexer()
{
    m_stopping->store(true);
    m_thread.quit();
    m_thread.wait();
}

void Indexer::look()
{
    if (!m_asked->exchange(true))
        QMetaObject::invokeMethod(m_reading, &Reading::lookSoon, Qt::QueuedConnection);
}

} // namespace learnlab::inside
