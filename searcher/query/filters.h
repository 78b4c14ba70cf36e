#pragma once

#include <optional>
#include <string_view>

#include "common/date/period.h"
#include "common/text/analyser.h"
#include "searcher/query/query.h"

namespace warta {

/// Wants an article to be published in a period too. Without a query: all such articles.
void RequirePeriod(std::optional<QueryNode>& root, const DateRange& period);

/// Wants a field of an article to have the words too, side by side. Text without a word wants nothing.
void RequireMetadata(std::optional<QueryNode>& root, MetadataField field, std::string_view text,
                     Analyser& analyser);

}  // namespace warta
