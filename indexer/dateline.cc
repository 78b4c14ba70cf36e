#include "indexer/dateline.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "common/ascii.h"

namespace warta {
namespace {

// Nothing longer is a dateline. The longest seen in 41,000 articles had 41 bytes.
constexpr std::size_t kLongestDateline = 60;

bool IsCapitals(std::string_view text) {
  return std::any_of(text.begin(), text.end(), IsUpper) &&
         std::none_of(text.begin(), text.end(), IsLower);
}

// Places that datelines name: the provinces, their capitals, the other large cities, and capitals
// from which Indonesian papers report. Lower case.
constexpr std::string_view kPlaces[] = {"indonesia",
                                        "aceh",
                                        "sumatera utara",
                                        "sumatera barat",
                                        "riau",
                                        "kepulauan riau",
                                        "sumatera selatan",
                                        "kepulauan bangka belitung",
                                        "banten",
                                        "dki jakarta",
                                        "jawa barat",
                                        "jawa tengah",
                                        "di yogyakarta",
                                        "jawa timur",
                                        "bali",
                                        "nusa tenggara barat",
                                        "nusa tenggara timur",
                                        "ntb",
                                        "ntt",
                                        "kalimantan barat",
                                        "kalimantan tengah",
                                        "kalimantan selatan",
                                        "kalimantan timur",
                                        "kalimantan utara",
                                        "sulawesi utara",
                                        "sulawesi tengah",
                                        "sulawesi selatan",
                                        "sulawesi tenggara",
                                        "sulawesi barat",
                                        "maluku",
                                        "maluku utara",
                                        "papua",
                                        "papua barat",
                                        "papua barat daya",
                                        "papua selatan",
                                        "papua tengah",
                                        "papua pegunungan",
                                        "jakarta",
                                        "bandung",
                                        "surabaya",
                                        "semarang",
                                        "yogyakarta",
                                        "medan",
                                        "makassar",
                                        "palembang",
                                        "denpasar",
                                        "serang",
                                        "banda aceh",
                                        "padang",
                                        "pekanbaru",
                                        "jambi",
                                        "bengkulu",
                                        "bandar lampung",
                                        "lampung",
                                        "pangkalpinang",
                                        "tanjungpinang",
                                        "batam",
                                        "pontianak",
                                        "palangka raya",
                                        "banjarmasin",
                                        "banjarbaru",
                                        "samarinda",
                                        "balikpapan",
                                        "tanjung selor",
                                        "manado",
                                        "gorontalo",
                                        "palu",
                                        "kendari",
                                        "mamuju",
                                        "mataram",
                                        "kupang",
                                        "ambon",
                                        "ternate",
                                        "sofifi",
                                        "jayapura",
                                        "manokwari",
                                        "sorong",
                                        "merauke",
                                        "nabire",
                                        "wamena",
                                        "bogor",
                                        "depok",
                                        "tangerang",
                                        "bekasi",
                                        "cirebon",
                                        "sukabumi",
                                        "tasikmalaya",
                                        "solo",
                                        "surakarta",
                                        "magelang",
                                        "tegal",
                                        "pekalongan",
                                        "purwokerto",
                                        "malang",
                                        "kediri",
                                        "madiun",
                                        "jember",
                                        "banyuwangi",
                                        "sidoarjo",
                                        "gresik",
                                        "cilegon",
                                        "karawang",
                                        "purwakarta",
                                        "garut",
                                        "cianjur",
                                        "indramayu",
                                        "kudus",
                                        "klaten",
                                        "bantul",
                                        "sleman",
                                        "badung",
                                        "singaraja",
                                        "lombok",
                                        "bima",
                                        "ende",
                                        "maumere",
                                        "poso",
                                        "parepare",
                                        "binjai",
                                        "pematangsiantar",
                                        "dumai",
                                        "bukittinggi",
                                        "lhokseumawe",
                                        "kuala lumpur",
                                        "singapura",
                                        "bangkok",
                                        "manila",
                                        "hanoi",
                                        "beijing",
                                        "tokyo",
                                        "seoul",
                                        "new delhi",
                                        "canberra",
                                        "sydney",
                                        "london",
                                        "paris",
                                        "berlin",
                                        "moskow",
                                        "washington",
                                        "new york",
                                        "riyadh",
                                        "kairo",
                                        "ankara",
                                        "teheran",
                                        "gaza",
                                        "jenewa",
                                        "brussel",
                                        "den haag"};

// News agencies and papers that Indonesian news names without saying that they are one.
constexpr std::string_view kAgencies[] = {"AFP",
                                          "AP",
                                          "Al Arabiya",
                                          "Al Jazeera",
                                          "Anadolu",
                                          "Antara",
                                          "Associated Press",
                                          "BBC",
                                          "BBC News",
                                          "Bloomberg",
                                          "CNBC",
                                          "CNN",
                                          "CNN Indonesia",
                                          "Channel News Asia",
                                          "Fox News",
                                          "Kompas",
                                          "Kyodo",
                                          "NHK",
                                          "New York Times",
                                          "Reuters",
                                          "Sky News",
                                          "South China Morning Post",
                                          "Tempo",
                                          "The Guardian",
                                          "The New York Times",
                                          "The Straits Times",
                                          "Washington Post",
                                          "Xinhua"};

constexpr std::string_view kTopLevelDomains[] = {"co",  "com",  "id",  "info",
                                                 "net", "news", "org", "tv"};

// KOMPAS.com, jpnn.com, TEMPO.CO
bool LooksLikeDomain(std::string_view text) {
  const std::size_t dot = text.rfind('.');
  return dot != std::string_view::npos && dot > 1 && text.find(' ') == std::string_view::npos &&
         Contains(kTopLevelDomains, LowerAscii(text.substr(dot + 1)));
}

bool IsPlace(std::string_view text) {
  return Contains(kPlaces, LowerAscii(text));
}

std::vector<std::string_view> Split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(Trim(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// What stands before the dash that ends a dateline; empty if the text does not begin with one.
std::string_view DatelineHead(std::string_view body) {
  const std::string_view start = body.substr(0, std::min(body.find('\n'), kLongestDateline));
  std::size_t end = std::string_view::npos;
  for (const std::string_view dash : {" - ", " -- ", " \u2013 ", " \u2014 "})
    end = std::min(end, start.find(dash));
  return end == std::string_view::npos ? std::string_view() : Trim(start.substr(0, end));
}

// Which of place and publisher is the publisher.
std::string_view ChoosePublisher(const std::vector<std::string_view>& parts) {
  const auto domain = std::find_if(parts.begin(), parts.end(), LooksLikeDomain);
  if (domain != parts.end()) return *domain;
  if (parts.size() != 2) return {};
  const std::string_view first = parts[0];
  const std::string_view second = parts[1];
  if (IsPlace(first) && IsPlace(second)) return {};
  if (IsPlace(first) != IsPlace(second)) return IsPlace(first) ? second : first;
  if (IsCapitals(first) != IsCapitals(second)) return IsCapitals(first) ? second : first;
  const auto words = [](std::string_view text) {
    return std::count(text.begin(), text.end(), ' ');
  };
  return words(first) > words(second) ? first : second;
}

bool LooksLikeName(std::string_view text) {
  constexpr std::ptrdiff_t kMostSpaces = 4;
  return !text.empty() && (IsUpper(text.front()) || LooksLikeDomain(text)) &&
         std::count(text.begin(), text.end(), ' ') <= kMostSpaces &&
         text.find_first_of("\"()[]:;?!") == text.npos;
}

// The run of capitalised words at the start of the text, which a punctuation mark ends: "Channel
// News Asia, Senin" -> "Channel News Asia".
std::string_view CapitalisedRun(std::string_view text) {
  constexpr std::size_t kMostWords = 6;
  std::size_t end = 0;
  std::size_t begin = 0;
  for (std::size_t words = 0; words < kMostWords && begin < text.size(); ++words) {
    const std::size_t word_end = std::min(text.find_first_of(" \n", begin), text.size());
    std::string_view word = text.substr(begin, word_end - begin);
    const std::size_t length = word.size();
    while (!word.empty() && std::string_view(".,;:!?)\"'").find(word.back()) != word.npos) {
      word.remove_suffix(1);
    }
    // `Reuters.Baca` has lost a space or a line break.
    const bool domain = LooksLikeDomain(word);
    if (word.empty() || (!IsUpper(word.front()) && !domain)) break;
    if (word.find('.') != word.npos && !domain) break;
    end = begin + word.size();
    if (word.size() < length || word_end == text.size() || text[word_end] != ' ') break;
    begin = word_end + 1;
  }
  return text.substr(0, end);
}

// Cuts the verb off the start of the text, capitalised or not.
bool CutVerb(std::string_view& text, std::string_view verb) {
  if (text.empty() || (text.front() | 0x20) != verb.front()) return false;
  if (!text.substr(1).starts_with(verb.substr(1))) return false;
  text.remove_prefix(verb.size());
  return true;
}

}  // namespace

std::string FindDatelineSource(std::string_view body) {
  const std::string_view head = DatelineHead(body);
  if (const std::size_t open = head.find('(');
      open != std::string_view::npos && head.ends_with(')')) {
    const std::string_view inside = Trim(head.substr(open + 1, head.size() - open - 2));
    return LooksLikeName(inside) ? std::string(inside) : std::string();
  }
  const std::vector<std::string_view> parts = Split(head, ',');
  if (!std::all_of(parts.begin(), parts.end(), LooksLikeName)) return {};
  return std::string(ChoosePublisher(parts));
}

std::string FindQuotedSource(std::string_view body) {
  constexpr std::string_view kVerbs[] = {"dilansir ", "dikutip ", "melansir ", "mengutip "};
  constexpr std::string_view kMedia[] = {"laman ", "situs ", "media ", "harian ", "kantor berita "};
  for (std::size_t begin = 0; begin < body.size();) {
    std::string_view rest = body.substr(begin);
    const bool quotes = std::any_of(std::begin(kVerbs), std::end(kVerbs),
                                    [&](std::string_view verb) { return CutVerb(rest, verb); });
    if (quotes) {
      bool is_medium = false;
      if (rest.starts_with("dari ")) rest.remove_prefix(5);
      for (const std::string_view word : kMedia) {
        if (!rest.starts_with(word)) continue;
        rest.remove_prefix(word.size());
        is_medium = true;
      }
      const std::string_view name = CapitalisedRun(rest);
      // Persons are quoted with the same verbs.
      is_medium = is_medium || LooksLikeDomain(name) || Contains(kAgencies, name);
      if (is_medium && LooksLikeName(name)) return std::string(name);
    }
    const std::size_t space = body.find_first_of(" \n", begin);
    if (space == std::string_view::npos) break;
    begin = space + 1;
  }
  return {};
}

}  // namespace warta
