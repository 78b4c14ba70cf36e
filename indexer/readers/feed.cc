#include "indexer/readers/feed.h"

#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include "indexer/page/page.h"
#include "indexer/readers/feed_item.h"
#include "indexer/readers/feed_text.h"

namespace warta {
namespace {

// No feed is deeper; one with a tag that is not closed in every item is a level deeper for each.
constexpr std::size_t kMaxDepth = 2000;

constexpr std::size_t kMaxNamespaces = 5000;

// Of all entities that the file defines: libxml2 keeps them.
constexpr std::size_t kMaxEntityBytes = std::size_t{1} << 20;

struct FreeParser {
  void operator()(xmlParserCtxt* parser) const {
    if (parser->myDoc != nullptr) xmlFreeDoc(parser->myDoc);
    xmlFreeParserCtxt(parser);
  }
};

std::string_view View(const xmlChar* text) {
  return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

bool IsAtom(std::string_view uri) {
  return uri == "http://www.w3.org/2005/Atom" || uri == "http://purl.org/atom/ns#";
}

// FeedElement::name. The namespace decides, and where a file does not declare it, its usual prefix.
std::string NameOf(std::string_view local, std::string_view prefix, std::string_view uri) {
  using namespace std::string_view_literals;
  const auto is = [&](std::string_view known_uri, std::string_view usual) {
    return uri.starts_with(known_uri) || (uri.empty() && prefix == usual);
  };
  std::string name;
  if (is("http://purl.org/dc/", "dc") || (uri.empty() && prefix == "dcterms")) {
    name = "dc:";
  } else if (is("http://purl.org/rss/1.0/modules/content/", "content")) {
    name = "content:";
  } else if (is("http://rssnamespace.org/feedburner/ext/", "feedburner")) {
    name = "feedburner:";
  } else if (!prefix.empty() && !IsAtom(uri) && !is("http://purl.org/rss/1.0/", "rss") &&
             !is("http://www.w3.org/1999/xhtml", "xhtml") && !(uri.empty() && prefix == "atom")) {
    name = ":";
  }
  return name.append(local);
}

class FeedParser {
 public:
  FeedParser(Input& input, const ReaderSink& sink);

  void Read();

 private:
  static void OnStart(void* self, const xmlChar* local, const xmlChar* prefix, const xmlChar* uri,
                      int namespace_count, const xmlChar** namespaces, int attribute_count,
                      int defaulted_count, const xmlChar** attributes);
  static void OnEnd(void* self, const xmlChar* local, const xmlChar* prefix, const xmlChar* uri);
  static void OnText(void* self, const xmlChar* text, int size);
  static void OnEntity(void* self, const xmlChar* name, int type, const xmlChar* public_id,
                       const xmlChar* system_id, xmlChar* content);
  static void OnError(void* self, xmlError* error);

  template <class Call>
  void Guard(const Call& call);
  void CountNamespaces(std::size_t declared);
  void Start(const FeedElement& element);
  void End(const std::string& name);
  void EndItem();
  void Stop(std::string why);
  void HandOut();
  void Report();
  std::uint64_t line() const;

  FeedText text_;
  const ReaderSink& sink_;
  std::unique_ptr<xmlParserCtxt, FreeParser> parser_;
  std::exception_ptr thrown_;  // by a callback: not through the frames of C
  std::size_t entity_bytes_ = 0;

  std::size_t depth_ = 0;
  std::vector<std::size_t> namespaces_;  // declared at each depth
  std::size_t namespace_count_ = 0;      // of them all
  std::size_t feed_depth_ = 0;           // of the element that has the feed's title; 0: none yet
  std::size_t title_depth_ = 0;          // of that title, while it lasts
  std::string feed_title_;
  std::size_t item_depth_ = 0;
  std::optional<FeedItem> item_;
  std::vector<FeedItem> ready_;  // not given to the sink from inside libxml2

  bool any_ = false;
  std::optional<Problem> fault_;  // the first
  bool stopped_ = false;
};

FeedParser::FeedParser(Input& input, const ReaderSink& sink) : text_(input), sink_(sink) {
  xmlSAXHandler handler = {};
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = OnStart;
  handler.endElementNs = OnEnd;
  handler.characters = OnText;
  handler.ignorableWhitespace = OnText;
  handler.cdataBlock = OnText;
  handler.entityDecl = OnEntity;
  handler.serror = OnError;
  parser_.reset(xmlCreatePushParserCtxt(&handler, this, nullptr, 0, nullptr));
  if (parser_ == nullptr) throw std::bad_alloc();
  xmlCtxtUseOptions(parser_.get(), XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
}

void FeedParser::Read() {
  while (!stopped_) {
    const Result<std::string> piece = text_.Next();
    if (!piece.ok()) {
      fault_ = Problem{piece.error().message, depth_ == 0 ? 0 : line()};
      stopped_ = true;
      break;
    }
    const std::string& text = piece.value();
    const bool at_end = text.empty();
    xmlParseChunk(parser_.get(), text.data(), static_cast<int>(text.size()), at_end ? 1 : 0);
    if (thrown_) std::rethrow_exception(thrown_);
    HandOut();
    // A fault after which libxml2 cannot go on.
    stopped_ = stopped_ || parser_->disableSAX != 0;
    if (at_end) break;
  }
  Report();
}

template <class Call>
void FeedParser::Guard(const Call& call) {
  if (stopped_ || thrown_) return;
  try {
    call();
  } catch (...) {
    thrown_ = std::current_exception();
    xmlStopParser(parser_.get());
  }
}

void FeedParser::OnStart(void* self, const xmlChar* local, const xmlChar* prefix,
                         const xmlChar* uri, int namespace_count, const xmlChar** /*namespaces*/,
                         int attribute_count, int /*defaulted_count*/, const xmlChar** attributes) {
  auto& feed = *static_cast<FeedParser*>(self);
  feed.Guard([&] {
    FeedElement element{NameOf(View(local), View(prefix), View(uri)), IsAtom(View(uri)), {}};
    // Each is a name, a prefix, a namespace, and both ends of the value.
    constexpr int kStride = 5;
    for (int i = 0; i < attribute_count * kStride; i += kStride) {
      const auto* begin = reinterpret_cast<const char*>(attributes[i + 3]);
      const auto* end = reinterpret_cast<const char*>(attributes[i + 4]);
      element.attributes.emplace_back(View(attributes[i]), std::string(begin, end));
    }
    feed.CountNamespaces(static_cast<std::size_t>(namespace_count));
    feed.Start(element);
  });
}

void FeedParser::OnEnd(void* self, const xmlChar* local, const xmlChar* prefix,
                       const xmlChar* uri) {
  auto& feed = *static_cast<FeedParser*>(self);
  feed.Guard([&] { feed.End(NameOf(View(local), View(prefix), View(uri))); });
}

void FeedParser::OnText(void* self, const xmlChar* text, int size) {
  auto& feed = *static_cast<FeedParser*>(self);
  feed.Guard([&] {
    const std::string_view view(reinterpret_cast<const char*>(text),
                                static_cast<std::size_t>(size));
    constexpr std::size_t kMaxTitle = 1000;
    if (feed.item_) {
      feed.item_->Text(view);
    } else if (feed.title_depth_ != 0 && feed.feed_title_.size() < kMaxTitle) {
      feed.feed_title_ += view;
    }
  });
}

void FeedParser::OnEntity(void* self, const xmlChar* name, int /*type*/,
                          const xmlChar* /*public_id*/, const xmlChar* /*system_id*/,
                          xmlChar* content) {
  auto& feed = *static_cast<FeedParser*>(self);
  feed.Guard([&] {
    feed.entity_bytes_ += View(name).size() + View(content).size();
    if (feed.entity_bytes_ > kMaxEntityBytes) feed.Stop("defines too many entities");
  });
}

void FeedParser::OnError(void* self, xmlError* error) {
  auto& feed = *static_cast<FeedParser*>(self);
  feed.Guard([&] {
    if (feed.fault_ || error->level < XML_ERR_ERROR || error->domain == XML_FROM_NAMESPACE) return;
    std::string message(error->message == nullptr ? "unknown" : error->message);
    while (message.ends_with('\n') || message.ends_with(' ')) message.pop_back();
    feed.fault_ = Problem{"is not well-formed XML: " + message,
                          static_cast<std::uint64_t>(std::max(error->line, 0))};
  });
}

std::uint64_t FeedParser::line() const {
  return static_cast<std::uint64_t>(std::max(xmlSAX2GetLineNumber(parser_.get()), 0));
}

// libxml2 goes through all that are open for each element.
void FeedParser::CountNamespaces(std::size_t declared) {
  namespaces_.push_back(declared);
  namespace_count_ += declared;
  if (namespace_count_ > kMaxNamespaces) Stop("declares too many namespaces");
}

void FeedParser::Start(const FeedElement& element) {
  ++depth_;
  if (depth_ > kMaxDepth) return Stop("is nested deeper than any feed");
  const bool is_feed = element.name == "channel" || element.name == "feed";
  const bool is_item = IsFeedItem(element.name);
  if (depth_ == 1 && !is_feed && !is_item && element.name != "rss" &&
      !element.name.ends_with("RDF")) {
    return Stop("is XML of another kind: <" + element.name.substr(0, 40) + ">");
  }
  if (is_item) {
    // The last one was not closed.
    if (item_) EndItem();
    item_.emplace(line(), element);
    item_depth_ = depth_;
  } else if (item_) {
    item_->Start(depth_ - item_depth_, element);
  } else if (is_feed) {
    feed_depth_ = depth_;
  } else if (element.name == "title" && depth_ == feed_depth_ + 1 && feed_title_.empty()) {
    title_depth_ = depth_;
  }
}

void FeedParser::End(const std::string& name) {
  if (item_) {
    if (depth_ == item_depth_) {
      EndItem();
    } else {
      item_->End(depth_ - item_depth_, name);
    }
  } else if (depth_ == title_depth_) {
    title_depth_ = 0;
    feed_title_ = FragmentText(feed_title_);
  }
  --depth_;
  namespace_count_ -= namespaces_.back();
  namespaces_.pop_back();
}

void FeedParser::EndItem() {
  item_->End(0, {});
  ready_.push_back(std::move(*item_));
  item_.reset();
}

void FeedParser::Stop(std::string why) {
  fault_ = Problem{std::move(why), line()};
  stopped_ = true;
  xmlStopParser(parser_.get());
}

void FeedParser::HandOut() {
  for (FeedItem& item : ready_) {
    any_ = true;
    const std::uint64_t item_line = item.line();
    Result<Article> article = std::move(item).Build(feed_title_);
    if (article.ok()) {
      sink_.article(std::move(article.value()));
    } else {
      sink_.problem(Problem{article.error().message, item_line});
    }
  }
  ready_.clear();
}

void FeedParser::Report() {
  if (item_) {
    any_ = true;
    sink_.problem(Problem{"ends before this item does", item_->line()});
  }
  if (fault_) {
    // Where libxml2 went on, what it lost is inside the items.
    fault_->skipped = stopped_ || !any_;
    sink_.problem(std::move(*fault_));
  }
  if (!text_.mended().empty()) sink_.problem(Problem{text_.mended(), 0, false});
  if (!any_ && !stopped_) sink_.problem(Problem{"holds no articles"});
}

}  // namespace

void ReadFeed(Input& input, const ReaderSink& sink) {
  FeedParser(input, sink).Read();
}

}  // namespace warta
