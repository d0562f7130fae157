#pragma once
// Numbers about the process, the contents' disk and what has to happen again and again: what an administrator is woken
// by. Loop thread only.

#include <server/store/pool.h>
#include <server/support/config.h>
#include <server/support/metrics.h>

namespace learnlab::server::app {

// Asked at each scrape, without blocking. `config` and `metrics` must outlive the process's serving.
void addVitals(support::Metrics &metrics, const support::Config &config);

// What only the database knows, in the same text format.
[[nodiscard]] support::Task<support::Result<std::string>> chronicle(store::Pool &pool);

} // namespace learnlab::server::app
