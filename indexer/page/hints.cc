#include "indexer/page/hints.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "common/ascii.h"

namespace warta {
namespace {

// The words of one name: `detail__body-text` and `detailBodyText` are detail, body, text.
struct Words {
  static constexpr std::size_t kMost = 8;
  std::array<std::string, kMost> words;
  std::size_t count = 0;

  bool Has(std::string_view word) const {
    return std::find(words.begin(), words.begin() + count, word) != words.begin() + count;
  }
  template <std::size_t kCount>
  bool HasAny(const std::string_view (&list)[kCount]) const {
    return std::any_of(std::begin(list), std::end(list),
                       [this](std::string_view word) { return Has(word); });
  }
  bool Is(std::string_view word) const { return count == 1 && words[0] == word; }
};

Words Split(std::string_view name) {
  Words split;
  std::string word;
  const auto flush = [&] {
    if (!word.empty() && split.count < Words::kMost) split.words.at(split.count++) = word;
    word.clear();
  };
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    if (IsUpper(c)) {
      if (i > 0 && IsLower(name[i - 1])) flush();
      word.push_back(static_cast<char>(c | 0x20));
    } else if (IsLower(c)) {
      word.push_back(c);
    } else {
      flush();
    }
  }
  flush();
  return split;
}

// Names that say how a page is laid out or what an article is about, not what the element is.
bool SaysNothing(std::string_view name) {
  constexpr std::string_view kBefore[] = {"has-",  "no-", "with-", "is-", "not-",      "category-",
                                          "hide-", "js-", "col-",  "m-",  "post_tag-", "wpautop-"};
  for (const std::string_view before : kBefore) {
    if (name.starts_with(before)) return true;
  }
  // The topics of a WordPress article: tag-politik, but not tag-list.
  if (!name.starts_with("tag-")) return false;
  constexpr std::string_view kParts[] = {"list", "box",     "cloud", "links",
                                         "wrap", "wrapper", "news"};
  const std::string_view rest = name.substr(4);
  return std::find(std::begin(kParts), std::end(kParts), rest) == std::end(kParts);
}

constexpr std::string_view kComments[] = {"comment", "comments", "komentar",
                                          "komen",   "disqus",   "commentlist",
                                          "replies", "respond",  "fbcomments"};

constexpr std::string_view kElsewhere[] = {
    // other articles
    "related", "terkait", "bacajuga", "lihatjuga", "simakjuga", "linksisip", "sisip", "inlinelink",
    "rekomendasi", "recommended", "recommendation", "recommendations", "recommend", "popular",
    "populer", "terpopuler", "trending", "mostread", "mostpopular", "lainnya", "terkini", "terbaru",
    "latest", "outbrain", "taboola", "mgid", "recirculation", "nextarticle", "relatedposts",
    "jnews_inline_related_post", "headlines", "beritaterkait", "artikelterkait", "beritalain",
    // ways to share
    "share", "sharing", "sharebar", "sharer", "sosmed", "social", "sosial", "socials", "addthis",
    "addtoany", "sharethis", "bagikan", "sharedaddy", "jssocials", "medsos", "followus",
    // adverts
    "ad", "ads", "adv", "advert", "adverts", "advertisement", "advertorial", "iklan", "adsbygoogle",
    "adslot", "sponsor", "sponsored", "parallax", "gpt", "dfp", "billboard", "skyscraper", "revive",
    "paralax", "banner",
    // navigation
    "nav", "navbar", "navigation", "navigasi", "menu", "submenu", "megamenu", "breadcrumb",
    "breadcrumbs", "pagination", "paging", "pager", "paginasi", "sidebar", "sidebars", "topbar",
    "toolbar", "sitemap", "multipage", "halaman", "pagelinks"};

constexpr std::string_view kSite[] = {
    "newsletter", "subscribe", "langganan", "cookie", "cookies",   "popup",     "modal", "login",
    "signup",     "signin",    "polling",   "poll",   "copyright", "authorbox", "toc",   "footer"};

constexpr std::string_view kAccessory[] = {
    "tags",    "taglist",      "tagar",    "topik",   "topic",  "topics", "byline",
    "penulis", "editor",       "reporter", "author",  "search", "follow", "vote",
    "rating",  "widget",       "promo",    "pilihan", "header", "meta",   "date",
    "tanggal", "waktu",        "views",    "hits",    "print",  "cetak",  "info",
    "notice",  "donasi",       "reaction", "reaksi",  "emoji",  "mood",   "tooltip",
    "credit",  "subscription", "paywall",  "channel", "fokus",  "video"};

constexpr std::string_view kCaption[] = {"caption", "captions", "kapsi",       "figcaption",
                                         "credit",  "credits",  "kredit",      "photocredit",
                                         "subfoto", "ketfoto",  "captionfoto", "imgcaption"};

constexpr std::string_view kPhoto[] = {"photo",   "foto",   "image",     "img",    "pic",
                                       "picture", "gambar", "thumbnail", "figure", "featured"};

constexpr std::string_view kAbout[] = {
    "article", "artikel", "entry", "post",    "news", "berita", "story", "detail", "read", "single",
    "page",    "konten",  "isi",   "content", "blog", "td",     "txt",   "text",   "baca", "main"};
constexpr std::string_view kInner[] = {"content", "body",   "text",      "isi",   "konten",
                                       "teks",    "txt",    "paragraph", "inner", "detail",
                                       "artikel", "berita", "article"};
constexpr std::string_view kWhole[] = {"articlebody",   "isiberita",   "isi",
                                       "entrycontent",  "postcontent", "konten",
                                       "beritaisi",     "storybody",   "articlecontent",
                                       "contentdetail", "detailtext"};

bool IsText(const Words& words) {
  for (const std::string_view whole : kWhole) {
    if (words.Is(whole)) return true;
  }
  if (words.count < 2) return false;
  const bool about = words.HasAny(kAbout);
  std::size_t inner = 0;
  for (const std::string_view word : kInner) {
    if (words.Has(word)) ++inner;
  }
  constexpr std::string_view kAround[] = {"wrapper", "wrap",  "container", "header",
                                          "title",   "list",  "area",      "footer",
                                          "left",    "right", "top",       "bottom"};
  return about && inner > 0 && !words.HasAny(kAround);
}

Hint HintOfName(std::string_view name) {
  if (name.size() < 2 || SaysNothing(name)) return Hint::kNone;
  const Words words = Split(name);
  if (words.HasAny(kComments)) return Hint::kComments;
  // A pair: `baca-juga`, `berita_lain`, `read-more`, `most-read`.
  constexpr std::string_view kReads[] = {"baca", "lihat", "simak", "tonton"};
  constexpr std::string_view kBoxes[] = {"box",  "bio",   "desc",    "description",
                                         "card", "about", "profile", "profil"};
  const bool pair = (words.Has("juga") && words.HasAny(kReads)) ||
                    (words.Has("lain") && (words.Has("berita") || words.Has("artikel"))) ||
                    (words.Has("most") && words.Has("read")) ||
                    (words.Has("read") && (words.Has("more") || words.Has("next"))) ||
                    (words.Has("next") && words.Has("post"));
  if (pair) return Hint::kElsewhere;
  const bool about_author = words.Has("author") || words.Has("penulis");
  if (words.HasAny(kSite) || (about_author && words.HasAny(kBoxes))) return Hint::kSite;
  if (words.HasAny(kCaption)) return Hint::kCaption;
  // A content with its sidebar is laid out so; the sidebar itself is called that or sidebar-right.
  constexpr std::string_view kLayout[] = {"container", "wrapper", "wrap", "row", "grid",
                                          "layout",    "content", "page", "main"};
  if (words.HasAny(kElsewhere)) {
    return words.HasAny(kLayout) && words.Has("sidebar") ? Hint::kNone : Hint::kElsewhere;
  }
  if (IsText(words)) return Hint::kText;
  if (words.Is("tag") || words.HasAny(kAccessory)) return Hint::kAccessory;
  if (words.count > 1 && words.words.at(words.count - 1) == "tag") return Hint::kAccessory;
  if (words.HasAny(kPhoto)) return Hint::kPhoto;
  return Hint::kNone;
}

// Comments before captions before ...: what excludes most certainly comes first, except that a name
// for the article's text is not outdone by a weak one.
int Weight(Hint hint) {
  switch (hint) {
    case Hint::kComments:
      return 6;
    case Hint::kCaption:
      return 5;
    case Hint::kText:
      return 4;
    case Hint::kElsewhere:
    case Hint::kSite:
      return 3;
    case Hint::kPhoto:
      return 2;
    case Hint::kAccessory:
      return 1;
    default:
      return 0;
  }
}

Hint Stronger(Hint a, Hint b) {
  return Weight(b) > Weight(a) ? b : a;
}

}  // namespace

Hint HintOfNames(std::string_view names) {
  constexpr int kMostNames = 30;
  Hint hint = Hint::kNone;
  for (int count = 0; count < kMostNames && !names.empty(); ++count) {
    const std::size_t begin = names.find_first_not_of(" \t\n\r");
    if (begin == names.npos) break;
    names.remove_prefix(begin);
    const std::size_t end = std::min(names.find_first_of(" \t\n\r"), names.size());
    constexpr std::size_t kLongestName = 60;
    if (end <= kLongestName) hint = Stronger(hint, HintOfName(names.substr(0, end)));
    names.remove_prefix(end);
  }
  return hint;
}

Hint HintOf(const HtmlTree& tree, std::uint32_t node) {
  switch (tree.tag(node)) {
    case Tag::kText:
    case Tag::kBody:
    case Tag::kHtml:
      return Hint::kNone;
    case Tag::kNav:
    case Tag::kAside:
    case Tag::kFooter:
    case Tag::kForm:
      return Hint::kElsewhere;
    case Tag::kFigcaption:
      return Hint::kCaption;
    case Tag::kFigure:
      return Hint::kPhoto;
    default:
      break;
  }
  const std::string_view itemprop = tree.Value(node, Attribute::kItemprop);
  if (itemprop == "articleBody" || itemprop == "text") return Hint::kText;
  const Hint hint = HintOfNames(tree.Value(node, Attribute::kClass));
  return Stronger(hint, HintOfNames(tree.Value(node, Attribute::kId)));
}

}  // namespace warta
