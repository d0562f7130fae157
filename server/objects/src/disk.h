#pragma once
// The few system calls of the store, with errors as problems. Blocking: for worker threads.

#include <server/http/message.h>

#include <filesystem>
#include <string_view>

namespace learnlab::server::objects {

using support::Problem;
using support::Result;

// 503 unavailable or store_full: a lost or full disk passes, the client repeats later. `what` says what was tried, for
// the log.
[[nodiscard]] Problem diskProblem(std::string_view what, int error);

inline constexpr unsigned readOnly = 0400; // a file is written by who made it, and by nobody else

[[nodiscard]] Result<http::FileHandle> openToRead(const std::filesystem::path &path); // 409 object_missing when absent
[[nodiscard]] Result<http::FileHandle> createNew(const std::filesystem::path &path,
                                                 unsigned mode = 0600); // must not be there; open for writing
[[nodiscard]] Result<void> writeAll(const http::FileHandle &file, std::string_view bytes);
[[nodiscard]] Result<std::int64_t> fileSize(const http::FileHandle &file);
[[nodiscard]] Result<void> renameFile(const std::filesystem::path &from, const std::filesystem::path &to);
[[nodiscard]] Result<void> makeFolders(const std::filesystem::path &path); // mode 0700; present ones are fine
void startWriting(const http::FileHandle &file); // tells the kernel to begin writing back; no promise
[[nodiscard]] Result<void> syncData(const http::FileHandle &file);
// The data of all of them. Many are cheaper by far as a whole, where the file system is known to do that.
[[nodiscard]] Result<void> syncData(const std::vector<const http::FileHandle *> &files);
// ext4 and XFS: what was written out before a change of names is durable as soon as that change is, which is when its
// folder is, with all that was changed before. A power cut leaves no name without the bytes.
[[nodiscard]] bool keepsOrder(const http::FileHandle &file);
// All of their bytes are with the device, which may still lose them.
[[nodiscard]] Result<void> writeOut(const std::vector<const http::FileHandle *> &files);
[[nodiscard]] bool isThere(const std::filesystem::path &path);
[[nodiscard]] Result<void> syncFolder(const std::filesystem::path &path);
void removeQuietly(const std::filesystem::path &path); // with what is in it

// Up to `length` bytes from `offset` on: fewer only where the file ends.
[[nodiscard]] Result<std::string> readAt(const http::FileHandle &file, std::int64_t offset, std::size_t length);
// Calls `take` with the file's bytes in order, in pieces.
[[nodiscard]] Result<void> readAll(const http::FileHandle &file,
                                   const std::function<Result<void>(std::string_view)> &take);

} // namespace learnlab::server::objects
