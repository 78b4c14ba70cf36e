#pragma once

#include "indexer/readers/reader.h"

namespace warta {

/// Reads a feed (RSS 0.9 to 2.0, RSS 1.0 as RDF, Atom), one article an item, at the line where its
/// start tag ends.
///
///  * The body is content:encoded, else content, else description or summary, though that may be
///    a teaser; the tags of HTML are removed. The day is that of publication, else of the last
///    change; the first category; the author or dc:creator. Media, iTunes and other extensions are
///    ignored.
///  * The source is the item's own, else the title of the feed as it stands ("ANTARA News - Ekonomi").
///  * The URL is the link; where there is none, a guid that is an address. The article has an id of
///    its own only without a URL: its guid. So the same article in a feed and as a page is one.
///  * Feeds as they come: HTML's entities, bare & and <, control characters and a second encoding
///    inside are mended (feed_text.h). What is broken otherwise is said once, at its line; the items
///    before and behind it are articles. An item that is not closed ends where the next begins; at
///    the end of the file it is a problem.
///  * XML of another kind (a sitemap, a page) is one problem.
///
/// Nothing outside the file is loaded, and nothing the file defines is expanded: entities of a DTD
/// stay as they are written. Memory: the largest item, which is a problem above kMaxRecordBytes, and
/// what libxml2 holds (a tag of at most 10 MB, names of together as much).
void ReadFeed(Input& input, const ReaderSink& sink);

}  // namespace warta
