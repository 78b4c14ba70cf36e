#pragma once

#include <string>
#include <string_view>

#include "common/article.h"
#include "common/result.h"

namespace warta {

/// The record that a document of the database carries as its data: one format byte, the XXH3-64 of
/// the rest in eight bytes (little-endian), then the fields (docs/FORMAT.md). Equal articles have
/// equal records, so the record tells whether an article changed, and the hash whether the disk
/// did.
std::string EncodeArticle(const Article& article);

/// The article of a record, or what is wrong with the record: another format, cut short, a hash
/// that does not fit. Fields of numbers unknown to this version are passed over.
Result<Article> DecodeArticle(std::string_view record);

}  // namespace warta
