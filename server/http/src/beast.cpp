// Beast, compiled once for the whole server.
#include <boost/beast/src.hpp>
