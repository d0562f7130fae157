#include "preview/renderer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcessEnvironment>

#include <algorithm>
#include <utility>

namespace learnlab::preview {

namespace {

constexpr int mostDeaths = 2;
constexpr int mostBarren = 6;
constexpr int mostAnswers = 400;     // then a fresh process: libraries leak
constexpr int mostRemembered = 2000; // files that it died of

Answer failed(Outcome outcome)
{
    Answer answer;
    answer.outcome = outcome;
    return answer;
}

} // namespace

Renderer::Renderer(Options options, QObject *parent) : QObject(parent), m_options(std::move(options))
{
    if (m_options.program.isEmpty())
        m_options.program = installedProgram();
    m_next.setSingleShot(true);
    m_patience.setSingleShot(true);
    m_idle.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Renderer::goOn);
    connect(&m_patience, &QTimer::timeout, this, &Renderer::tooSlow);
    connect(&m_idle, &QTimer::timeout, this, &Renderer::letGo);
}

Renderer::~Renderer()
{
    letGo();
}

QString Renderer::installedProgram()
{
    const QString name = QStringLiteral("learnlab-render");
    const QDir here(QCoreApplication::applicationDirPath());
    for (const QString &folder :
         {QStringLiteral("."), QStringLiteral("../libexec/learnlab"), QStringLiteral("../bin")}) {
        const QString path = QDir::cleanPath(here.filePath(folder + QLatin1Char('/') + name));
        if (QFileInfo(path).isExecutable())
            return path;
    }
    return {};
}

quint64 Renderer::ask(const Request &request, Reply reply)
{
    m_waiting.push_back({++m_lastJob, request, std::move(reply)});
    m_idle.stop();
    if (!m_running)
        m_next.start(0);
    return m_lastJob;
}

void Renderer::cancel(quint64 job)
{
    if (m_running && m_running->id == job)
        m_running->reply = {};
    std::erase_if(m_waiting, [job](const Job &waiting) { return waiting.id == job; });
}

void Renderer::drop()
{
    m_waiting.clear();
    m_patience.stop();
    if (m_running)
        letGo();
    m_running.reset();
}

bool Renderer::hasGivenUpOn(const QByteArray &path) const
{
    return m_deaths.value(path) >= mostDeaths;
}

void Renderer::goOn()
{
    if (m_running)
        return;
    if (m_waiting.empty()) {
        if (m_process)
            m_idle.start(m_options.idle);
        return;
    }
    m_running = std::move(m_waiting.front());
    m_waiting.pop_front();
    if (m_useless || m_options.program.isEmpty())
        return finish(failed(Outcome::NoProgram));
    if (hasGivenUpOn(m_running->request.path))
        return finish(failed(Outcome::Died));
    if (m_answers >= mostAnswers)
        letGo();
    if (m_process)
        send();
    else
        start();
}

void Renderer::start()
{
    ++m_starts;
    m_answers = 0;
    m_frames = Frames(longestAnswer);
    m_process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.remove(QStringLiteral("QT_SCALE_FACTOR"));
    m_process->setProcessEnvironment(environment);
    m_process->setProgram(m_options.program);
    m_process->setStandardErrorFile(QProcess::nullDevice());
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &Renderer::read);
    connect(m_process.get(), &QProcess::started, this, &Renderer::send);
    // Queued: the process is not let go from within its own signal.
    connect(m_process.get(), &QProcess::finished, this, &Renderer::died, Qt::QueuedConnection);
    connect(
        m_process.get(), &QProcess::errorOccurred, this,
        [this](QProcess::ProcessError error) {
            if (error != QProcess::FailedToStart)
                return; // finished() tells of the others
            m_useless = true;
            letGo();
            if (m_running)
                finish(failed(Outcome::NoProgram));
        },
        Qt::QueuedConnection);
    m_process->start(QIODevice::ReadWrite);
}

void Renderer::send()
{
    if (!m_running)
        return;
    m_process->write(framed(encode(m_running->request)));
    m_patience.start(m_options.patience);
}

void Renderer::read()
{
    m_frames.add(m_process->readAllStandardOutput());
    while (const auto frame = m_frames.next())
        takeAnswer(*frame);
    if (m_frames.isBroken())
        m_process->kill();
}

void Renderer::takeAnswer(const QByteArray &frame)
{
    const auto answer = decodeAnswer(frame);
    // Nonsense, or an answer that nobody asked for: whatever runs there is not ours any more.
    if (!answer || !m_running) {
        m_process->kill();
        return;
    }
    ++m_answers;
    m_barren = 0;
    finish(*answer);
}

void Renderer::died()
{
    if (!m_process)
        return; // let go meanwhile
    m_patience.stop();
    m_barren = m_answers == 0 ? m_barren + 1 : 0;
    m_useless = m_useless || m_barren >= mostBarren;
    letGo();
    if (!m_running)
        return;
    if (m_deaths.size() >= mostRemembered)
        m_deaths.clear();
    // The first time the fault may be what earlier files left behind in it: once more in a fresh process.
    if (++m_deaths[m_running->request.path] >= mostDeaths || m_useless)
        return finish(failed(m_useless ? Outcome::NoProgram : Outcome::Died));
    m_waiting.push_front(std::move(*m_running));
    m_running.reset();
    m_next.start(0);
}

void Renderer::tooSlow()
{
    if (!m_running)
        return;
    m_deaths[m_running->request.path] = mostDeaths;
    letGo();
    finish(failed(Outcome::TooSlow));
}

void Renderer::finish(const Answer &answer)
{
    m_patience.stop();
    const Job job = *std::exchange(m_running, std::nullopt);
    m_next.start(0);
    if (job.reply)
        job.reply(answer);
}

void Renderer::letGo()
{
    m_idle.stop();
    m_answers = 0;
    if (!m_process)
        return;
    const std::unique_ptr<QProcess> process = std::exchange(m_process, nullptr);
    process->disconnect(this);
    process->kill();
    process->waitForFinished(); // a killed process is gone at once
}

} // namespace learnlab::preview
