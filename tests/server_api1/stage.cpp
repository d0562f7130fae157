#include "../server_files/stage_server.cpp" // the same stage, for this folder's program
