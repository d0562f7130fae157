#pragma once
// What is looked at before a bucket is trusted. Loop thread.

#include "s3_objects.h"

namespace learnlab::server::objects {

// As ObjectStore::probe promises; makes the bucket when there is none. Leaves nothing behind.
[[nodiscard]] Task<Result<void>> probeBucket(S3Client &client, S3Objects &objects);

// What a client signs with its PUT of one body; with `uploadId`, of a part.
[[nodiscard]] Presigned putOf(std::string key, const Part &part, const std::string &uploadId = {});

} // namespace learnlab::server::objects
