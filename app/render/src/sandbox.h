#pragma once

namespace learnlab::render {

/// What this process may still do from now on: read files, use memory within bounds, answer on its pipe. It can open
/// nothing for writing, make no process and no socket, and leaves no core. Cannot be taken back.
void lockIn();

/// Processor time for one more job; beyond it the system ends this process.
void allowOneJob();

} // namespace learnlab::render
