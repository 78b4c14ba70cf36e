#include "indexer/page/furniture.h"

#include <algorithm>
#include <cstddef>

#include "common/ascii.h"
#include "common/date/timestamp.h"
#include "indexer/furniture/furniture.h"
#include "indexer/page/clean_text.h"
#include "indexer/page/page_metadata.h"

namespace warta {
namespace {

template <std::size_t kCount>
bool StartsWithAny(std::string_view text, const std::string_view (&list)[kCount]) {
  return std::any_of(std::begin(list), std::end(list),
                     [&](std::string_view start) { return text.starts_with(start); });
}

// The line in small letters without punctuation at its ends.
std::string Bare(std::string_view line) {
  constexpr std::string_view kPunctuation = " .:;,-|[](){}<>/\\*#!\"'+=_";
  while (!line.empty() && kPunctuation.find(line.front()) != kPunctuation.npos) {
    line.remove_prefix(1);
  }
  while (!line.empty() && kPunctuation.find(line.back()) != kPunctuation.npos) {
    line.remove_suffix(1);
  }
  return LowerAscii(line);
}

constexpr std::string_view kLabels[] = {"baca juga",
                                        "baca juga berita lainnya",
                                        "baca pula",
                                        "lihat juga",
                                        "simak juga",
                                        "tonton juga",
                                        "berita terkait",
                                        "berita rekomendasi",
                                        "rekomendasi artikel",
                                        "baca berita lain",
                                        "artikel terkait",
                                        "konten terkait",
                                        "terkait",
                                        "related",
                                        "related posts",
                                        "related articles",
                                        "related news",
                                        "berita lainnya",
                                        "berita lain",
                                        "artikel lainnya",
                                        "artikel lain",
                                        "berita terkini",
                                        "berita terbaru",
                                        "terkini",
                                        "terbaru",
                                        "terpopuler",
                                        "berita populer",
                                        "populer",
                                        "paling populer",
                                        "trending",
                                        "most popular",
                                        "berita terpopuler",
                                        "pilihan editor",
                                        "pilihan redaksi",
                                        "rekomendasi",
                                        "rekomendasi untuk anda",
                                        "rekomendasi untukmu",
                                        "recommended",
                                        "you may also like",
                                        "mungkin anda suka",
                                        "jangan lewatkan",
                                        "headline",
                                        "video pilihan",
                                        "video terkait",
                                        "foto terkait",
                                        "komentar",
                                        "komentar pembaca",
                                        "comments",
                                        "leave a reply",
                                        "leave a comment",
                                        "tinggalkan balasan",
                                        "tinggalkan komentar",
                                        "tulis komentar",
                                        "beri komentar",
                                        "tentang penulis",
                                        "about the author",
                                        "from our network"};

constexpr std::string_view kAlone[] = {"advertorial",
                                       "ads",
                                       "pariwara",
                                       "sponsored",
                                       "scroll ke bawah untuk melanjutkan",
                                       "scroll untuk melanjutkan membaca",
                                       "lanjut baca",
                                       "lanjutkan membaca",
                                       "memuat",
                                       "topik terkait",
                                       "shares",
                                       "share this",
                                       "bagikan artikel",
                                       "bagikan berita ini",
                                       "bagikan artikel ini",
                                       "halaman sebelumnya",
                                       "berikutnya",
                                       "next",
                                       "previous",
                                       "prev",
                                       "lihat semua",
                                       "lihat selengkapnya",
                                       "tampilkan semua",
                                       "show all",
                                       "read more",
                                       "continue reading",
                                       "print",
                                       "cetak",
                                       "email",
                                       "facebook",
                                       "twitter",
                                       "whatsapp",
                                       "telegram",
                                       "linkedin",
                                       "line",
                                       "copy link",
                                       "link copied",
                                       "salin tautan",
                                       "salin link",
                                       "tautan disalin",
                                       "perbesar",
                                       "kembali ke atas",
                                       "ikuti kami",
                                       "follow us",
                                       "home",
                                       "beranda",
                                       "laporkan",
                                       "view this post on instagram",
                                       "dengarkan artikel",
                                       "simpan",
                                       "ukuran font",
                                       "a a a",
                                       "a- a+"};

// Lines that begin so are about the page, unless they are sentences.
constexpr std::string_view kBeginnings[] = {"lihat:",
                                            "simak:",
                                            "tonton:",
                                            "video:",
                                            "rep:",
                                            "rep :",
                                            "red:",
                                            "red :",
                                            "\u00A9",
                                            "hak cipta",
                                            "(c) ",
                                            "sumber |",
                                            "sumber :",
                                            "halaman:",
                                            "halaman :",
                                            "read also",
                                            "read more:",
                                            "related:",
                                            "also read",
                                            "source:",
                                            "follow berita",
                                            "follow kami",
                                            "gabung channel",
                                            "ikuti berita",
                                            "lihat artikel asli",
                                            "lanjut ke halaman",
                                            "a post shared by",
                                            "sebuah kiriman dibagikan oleh",
                                            "scroll to continue"};

// Words of a date line that are neither date nor name.
bool IsFiller(std::string_view word) {
  constexpr std::string_view kFillers[] = {
      "wib",      "wita",      "wit",      "pukul",      "jam",         "pk",
      "views",    "view",      "dibaca",   "dilihat",    "kali",        "x",
      "hits",     "komentar",  "comments", "diperbarui", "diterbitkan", "dipublikasikan",
      "diunggah", "tayang",    "update",   "updated",    "published",   "posted",
      "on",       "tanggal",   "senin",    "selasa",     "rabu",        "kamis",
      "jumat",    "jum",       "at",       "sabtu",      "minggu",      "ahad",
      "am",       "pm",        "gmt",      "terbit",     "rilis",       "terakhir",
      "last",     "menit",     "baca",     "read",       "min",         "monday",
      "tuesday",  "wednesday", "thursday", "friday",     "saturday",    "sunday",
      "thu",      "fri",       "sat",      "sun",        "mon",         "tue",
      "wed",      "by",        "oleh",     "januari",    "februari",    "maret",
      "april",    "mei",       "juni",     "juli",       "agustus",     "september",
      "oktober",  "november",  "desember", "jan",        "feb",         "mar",
      "apr",      "jun",       "jul",      "agu",        "ags",         "agt",
      "sep",      "sept",      "okt",      "nov",        "des",         "nop",
      "january",  "february",  "march",    "may",        "june",        "july",
      "august",   "october",   "december", "aug",        "oct",         "dec"};
  return Contains(kFillers, LowerAscii(word));
}

// Link marks inside a paragraph, where a sentence has ended before.
constexpr std::string_view kInlineMarks[] = {"Baca juga",  "Baca Juga",  "BACA JUGA",  "Baca:",
                                             "BACA:",      "Baca :",     "Lihat juga", "Lihat Juga",
                                             "Simak juga", "Simak Juga", "Baca pula",  "Baca Pula"};

}  // namespace

bool IsLabel(std::string_view line) {
  constexpr std::size_t kLongest = 40;
  if (line.size() > kLongest) return false;
  // "3 Komentar", "Komentar (3)"
  std::string label(line);
  std::erase_if(label, IsDigit);
  const std::string bare = Bare(label);
  // What screen readers are told before a box: "Lewati Podcast dan terus membaca".
  return Contains(kLabels, bare) || (bare.starts_with("lewati ") && bare.ends_with(" membaca"));
}

bool IsFurniture(const Paragraph& paragraph) {
  constexpr std::size_t kLongest = 240;
  const std::string_view text = paragraph.text;
  if (IsFurnitureLine(text)) return true;
  if (text.size() > kLongest) return false;
  const std::string bare = Bare(text);
  if (bare.empty()) return true;
  if (IsLabel(text) || Contains(kAlone, bare)) return true;
  const std::string lower = LowerAscii(text);
  if (StartsWithAny(lower, kBeginnings) && !text.ends_with('.')) return true;
  const bool other = bare.starts_with("baca juga") || bare.starts_with("simak juga") ||
                     bare.starts_with("lihat juga") || bare.starts_with("baca pula");
  if (other && (!EndsSentence(text) || text.ends_with('?') || text.ends_with('!'))) return true;
  if (lower.find("all rights reserved") != lower.npos) return true;
  // Who wrote an embedded message: "— Ani (@ani) January 1, 2020".
  if (text.starts_with("\u2014") && text.find("(@") != text.npos && paragraph.linked > 0)
    return true;
  // A link alone on its line is another article's headline, unless it reads as a sentence.
  return paragraph.linked * 10 >= text.size() * 8 && !text.ends_with('.') &&
         !text.ends_with(".\"") && !text.ends_with("\u201D");
}

bool HoldsTime(std::string_view line) {
  for (std::size_t i = 1; i + 2 < line.size(); ++i) {
    if (line[i] != ':' && line[i] != '.') continue;
    if (!IsDigit(line[i - 1]) || !IsDigit(line[i + 1]) || !IsDigit(line[i + 2])) continue;
    if (i + 3 < line.size() && IsDigit(line[i + 3])) continue;
    if (line[i] == ':') return true;
    const std::string rest = LowerAscii(line.substr(i + 3, 4));
    if (rest.find("wi") != rest.npos || rest.empty()) return true;
  }
  return false;
}

bool IsDateLine(std::string_view line) {
  constexpr std::size_t kLongest = 120;
  constexpr std::size_t kMostOthers = 1;
  if (line.size() > kLongest || !ParseTimestamp(line)) return false;
  std::size_t others = 0;
  for (std::size_t i = 0; i < line.size();) {
    if (!IsLetter(line[i])) {
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < line.size() && IsLetter(line[end])) ++end;
    if (!IsFiller(line.substr(i, end - i))) ++others;
    i = end;
  }
  return others <= kMostOthers;
}

std::string CutTrailingLink(Paragraph& paragraph) {
  std::string& text = paragraph.text;
  if (paragraph.tail_link >= text.size()) return {};
  std::size_t mark = std::string::npos;
  for (const std::string_view word : kInlineMarks) {
    const std::size_t at = text.rfind(word, paragraph.tail_link);
    if (at != text.npos && at > 0 && (mark == text.npos || at > mark)) mark = at;
  }
  if (mark == text.npos) return {};
  const std::string_view before = std::string_view(text).substr(0, mark);
  constexpr std::size_t kLongestMark = 24;
  if (!EndsSentence(before) || paragraph.tail_link > mark + kLongestMark) return {};
  // What follows the link is a sentence again.
  if (paragraph.linked * 10 < (text.size() - paragraph.tail_link) * 8) return {};
  std::string cut = text.substr(mark);
  text.resize(mark);
  while (text.ends_with(' ') || text.ends_with('(') || text.ends_with('[')) text.pop_back();
  paragraph.linked -= std::min(paragraph.linked, cut.size());
  paragraph.tail_link = text.size();
  return cut;
}

std::string BylineName(std::string_view line) {
  constexpr std::size_t kLongest = 140;
  constexpr std::string_view kMarks[] = {"penulis",    "pewarta",     "reporter", "oleh",
                                         "fotografer", "kontributor", "laporan",  "rep"};
  if (line.size() > kLongest) return {};
  const std::string lower = LowerAscii(line);
  for (const std::string_view mark : kMarks) {
    if (!lower.starts_with(mark)) continue;
    std::size_t at = mark.size();
    bool marked = false;
    while (at < line.size() && std::string_view(" :|,").find(line[at]) != std::string_view::npos) {
      marked = marked || line[at] == ':' || line[at] == ',';
      ++at;
    }
    if (!marked || EndsSentence(line)) continue;
    std::size_t end = line.size();
    // The date may follow directly.
    for (const std::string_view stop :
         {" | ", " editor", " penyunting", "/ red", " - ", "senin,", "selasa,", "rabu,", "kamis,",
          "jumat,", "sabtu,", "minggu,", "ahad,"}) {
      end = std::min(end, lower.find(stop, at));
    }
    std::string name = CleanAuthor(line.substr(at, end - at));
    return ParseTimestamp(name) ? std::string() : name;
  }
  return {};
}

}  // namespace warta
