#pragma once

#include "api/network.h"

#include <curl/curl.h>

namespace learnlab::transfer {

/// By which way bodies go, and whom to trust there.
struct WireNetwork
{
    QByteArray caFile = {}; ///< in the place of the system's certificates; empty: those
    api::Network wishes = {};
};

/// Sets a handle up for it. `network` has to outlive the transfer. Wire thread.
void useNetwork(CURL *easy, const WireNetwork &network);

} // namespace learnlab::transfer
