// The TLS half of Asio, compiled once for the whole server.
#include <boost/asio/ssl/impl/src.hpp>
