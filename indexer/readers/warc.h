#pragma once

#include "indexer/readers/reader.h"

namespace warta {

/// Reads a crawl (WARC 0.17 to 1.1, https://iipc.github.io/warc-specifications): one article for
/// each page that holds one, in the order of the file; a page that was crawled twice comes twice.
///
///  * Pages are `response` records with status 200 and `resource` records, of HTML by their
///    Content-Type or, without one, by their first bytes. Other records (requests, metadata,
///    redirects, revisits, pictures, the texts of a WET file) are passed over without a word, and so
///    are pages without an article, of which a crawl has more than of others: front pages, tags,
///    searches. When nothing is left, the crawl is one problem.
///  * An article's member is the address of its page. That is also its URL unless the page names
///    another. WARC-Date is when the page was fetched, and says nothing of the day of publication.
///  * A page larger than kMaxRecordBytes, or packed in a way that http_message.h does not know, is a
///    problem. A record whose head makes no sense, and whatever else stands between records, is one
///    problem; reading goes on at the next line that begins one.
///
/// Not through libarchive, whose reader of WARC names files instead of records: it drops those whose
/// URL ends in a slash, and of every URL the host and the query.
void ReadWarc(Input& input, const ReaderSink& sink);

}  // namespace warta
