#pragma once

#include <QString>

// A disk of its own of few megabytes, mounted on a folder until the object goes. Takes root; where mounting is not
// allowed mount() answers false and the test has to be skipped.
class SmallDisk
{
public:
    SmallDisk() = default;
    ~SmallDisk();
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;

    // On `folder`, which is made.
    [[nodiscard]] bool mount(const QString &folder, int megabytes);
    // Until nothing more fits but `leave` bytes.
    void fill(qint64 leave = 0) const;
    // What fill() wrote goes.
    void free() const;
    [[nodiscard]] bool grow(int megabytes) const;
    [[nodiscard]] QString error() const { return m_error; }

private:
    QString m_folder;
    QString m_error;
};
