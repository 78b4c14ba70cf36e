#include "tests/oracle/random_corpus.h"

#include <string_view>

namespace warta::oracle {
namespace {

const std::vector<std::string>& Words() {
  static const std::vector<std::string> words = {"kemitraan",
                                                 "mitra",
                                                 "bermitra",
                                                 "mitra-mitra",
                                                 "negara",
                                                 "negara-negara",
                                                 "kenegaraan",
                                                 "anak",
                                                 "anak2",
                                                 "anak-anaknya",
                                                 "anak\u00B2",
                                                 "Covid-19",
                                                 "covid19",
                                                 "Covid",
                                                 "e-KTP",
                                                 "eKTP",
                                                 "KTP",
                                                 "di-PHK",
                                                 "PHK",
                                                 "diPHK",
                                                 "Prabowo-Gibran",
                                                 "Prabowo",
                                                 "Gibran",
                                                 "Rp1,5",
                                                 "Rp1.500",
                                                 "triliun",
                                                 "1.000",
                                                 "1,000",
                                                 "1000",
                                                 "5%",
                                                 "5",
                                                 "persen",
                                                 "Jum'at",
                                                 "Jum\u2019at",
                                                 "Jumat",
                                                 "undang-undang",
                                                 "kerja",
                                                 "sama",
                                                 "kerjasama",
                                                 "bekerja",
                                                 "antar",
                                                 "antarnegara",
                                                 "Soekarno",
                                                 "Sukarno",
                                                 "ijin",
                                                 "izin",
                                                 "mengijinkan",
                                                 "di",
                                                 "mana",
                                                 "dimana",
                                                 "undang",
                                                 "undangan",
                                                 "mengundang",
                                                 "kaf\u00E9",
                                                 "kafe",
                                                 "Beyonc\u00E9",
                                                 "Beyonce\u0301",
                                                 "sanksi",
                                                 "se-Indonesia",
                                                 "Indonesia",
                                                 "ke-19",
                                                 "19",
                                                 "non-Muslim",
                                                 "antikorupsi",
                                                 "anti-korupsi",
                                                 "korupsi",
                                                 "tolong-menolong",
                                                 "menolong",
                                                 "berhati-hati",
                                                 "hati-hati",
                                                 "hati",
                                                 "dan",
                                                 "di",
                                                 "yang",
                                                 "2-1",
                                                 "2019-2024",
                                                 "2019",
                                                 "10.00",
                                                 "10:00",
                                                 "7/2",
                                                 "km\u00B2",
                                                 "Instagram-nya",
                                                 "instagram",
                                                 "1990-an",
                                                 "rusia,ukraina",
                                                 "CO2",
                                                 "\u6771\u4EAC",
                                                 "\u6771\u4EAC\u90FD",
                                                 "\u0627\u0644\u0644\u0647",
                                                 "\u0E1B\u0E23\u0E30\u0E40\u0E17\u0E28",
                                                 "and",
                                                 "or",
                                                 "not",
                                                 "near",
                                                 "192.168.1.1",
                                                 "B.J.",
                                                 "\uFF11\uFF12",
                                                 "stra\u00DFe",
                                                 "Strasse",
                                                 "U-20",
                                                 "u20",
                                                 "x-y-z",
                                                 "xyz",
                                                 "APBN-P",
                                                 "laba-laba",
                                                 "laba"};
  return words;
}

const std::vector<std::string>& Parts() {
  static const std::vector<std::string> parts = {
      "di", "se", "ke", "anti", "non",   "mitra",   "anak", "hukum",  "nya",
      "an", "19", "2",  "PHK",  "makan", "memberi", "kan",  "menteri"};
  return parts;
}

// A hyphenated word or a numeral reduplication that nobody thought of.
std::string ComposedWord(Random& random) {
  std::string word = Pick(random, Parts());
  if (OneIn(random, 4)) return word + "2" + (OneIn(random, 2) ? "nya" : "");
  for (std::size_t more = 1 + Below(random, 2); more > 0; --more) {
    word += (OneIn(random, 6) ? "\u2011" : "-") + Pick(random, Parts());
  }
  return word;
}

std::string RandomNumber(Random& random) {
  std::string number = std::to_string(Below(random, 12));
  for (std::size_t more = Below(random, 3); more > 0; --more) {
    const std::string_view signs = ".,:";
    number += signs[Below(random, signs.size())];
    number += OneIn(random, 2) ? "000" : std::to_string(Below(random, 12));
  }
  return number + (OneIn(random, 5) ? "%" : "");
}

std::string Upper(std::string word) {
  for (char& c : word) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return word;
}

bool IsAscii(const std::string& word) {
  for (const char c : word) {
    if ((c & 0x80) != 0) return false;
  }
  return true;
}

std::string Separator(Random& random) {
  static const std::vector<std::string> separators = {
      " ",  " ",   " ",   " ", " ",      " ",        " ",  ", ", ". ",  " - ",     "\n", " (",
      ") ", " \"", "\" ", "/", "\u00A0", " \u2014 ", "; ", "' ", " % ", "\u200E ", "  "};
  return Pick(random, separators);
}

}  // namespace

std::size_t Below(Random& random, std::size_t below) {
  return static_cast<std::size_t>(random()) % below;
}

std::vector<std::string> RandomVocabulary(Random& random) {
  std::vector<std::string> vocabulary;
  // Neighbours of the list are relatives of each other.
  for (std::size_t runs = 2 + Below(random, 5); runs > 0; --runs) {
    std::size_t at = Below(random, Words().size());
    for (std::size_t n = 1 + Below(random, 5); n > 0 && at < Words().size(); --n, ++at) {
      vocabulary.push_back(Words()[at]);
    }
  }
  for (std::size_t n = Below(random, 4); n > 0; --n) vocabulary.push_back(ComposedWord(random));
  for (std::size_t n = Below(random, 3); n > 0; --n) vocabulary.push_back(RandomNumber(random));
  return vocabulary;
}

std::vector<std::string> AbbreviationVocabulary(Random& random) {
  static const std::vector<std::string> words = {"Amerika Serikat (AS)",
                                                 "AS (Amerika Serikat)",
                                                 "Agus Susetyo (AS)",
                                                 "Amerika Serikat",
                                                 "amerika",
                                                 "AS",
                                                 "as",
                                                 "Komisi Pemberantasan Korupsi (KPK)",
                                                 "Komisi Pemberantasan Korupsi (KPK)",
                                                 "komisi pemberantasan korupsi",
                                                 "komisi",
                                                 "pemberantasan",
                                                 "korupsi",
                                                 "KPK",
                                                 "kpk",
                                                 "Kitab Undang-Undang (KUU)",
                                                 "undang-undang (UU)",
                                                 "Undang-Undang",
                                                 "UU",
                                                 "Menteri Agama (Menag)",
                                                 "Menteri Agama (MENAG)",
                                                 "menteri agama",
                                                 "menag",
                                                 "Anti-Korupsi Indonesia (AKI)",
                                                 "AKI",
                                                 "aki",
                                                 "anti-korupsi"};
  std::vector<std::string> vocabulary;
  for (std::size_t n = 4 + Below(random, 12); n > 0; --n) {
    vocabulary.push_back(Pick(random, words));
  }
  return vocabulary;
}

std::string RandomSpelling(Random& random, const std::string& word) {
  switch (Below(random, 12)) {
    case 0:
      return Upper(word);
    case 1:
      // U+200E (left-to-right mark) and U+00AD (soft hyphen) are as if they were not there.
      if (!IsAscii(word) || word.size() < 2) return word;
      return word.substr(0, 1) + (OneIn(random, 2) ? "\u200E" : "\u00AD") + word.substr(1);
    case 2:
      return "\u201C" + word + "\u201D";
    default:
      return word;
  }
}

std::string RandomText(Random& random, const std::vector<std::string>& vocabulary,
                       std::size_t most) {
  std::string text;
  if (OneIn(random, 8)) return text;
  for (std::size_t n = Below(random, most + 1); n > 0; --n) {
    if (!text.empty()) text += Separator(random);
    text += RandomSpelling(random, Pick(random, vocabulary));
  }
  return text;
}

std::string RandomMetadata(Random& random, MetadataField field) {
  static const std::vector<std::string> sources = {
      "",         "Kompas.com",         "kompas",          "CNN Indonesia", "CNN",
      "Reuters",  "ANTARA News",        "Kantor Antara",   "Al-Jazeera",    "detikcom",
      "Suara 24", "Harian Jum\u2019at", "Radio & TV Mitra"};
  static const std::vector<std::string> categories = {
      "",          "Ekonomi",         "ekonomi dan bisnis", "Dunia", "Olahraga/Hobi",
      "Anak-anak", "Dunia Kerja Sama"};
  static const std::vector<std::string> authors = {"",
                                                   "Siti Rahma",
                                                   "R. Siti-Rahma",
                                                   "Jum'at Hadi",
                                                   "Hadi (ed.), Sari",
                                                   "Beyonc\u00E9",
                                                   "Tim Reuters"};
  switch (field) {
    case MetadataField::kSource:
      return Pick(random, sources);
    case MetadataField::kCategory:
      return Pick(random, categories);
    case MetadataField::kAuthor:
      break;
  }
  return Pick(random, authors);
}

Date RandomDate(Random& random) {
  constexpr std::size_t kDays = 100;
  const Date first(std::chrono::year(2021), std::chrono::December, std::chrono::day(1));
  return *AddDays(first, static_cast<int>(Below(random, kDays)));
}

Article RandomArticle(Random& random, const std::vector<std::string>& vocabulary,
                      const std::string& id) {
  Article article;
  article.id = id;
  article.path = "/berita/" + id + ".txt";
  article.title = RandomText(random, vocabulary, 6);
  article.body = RandomText(random, vocabulary, OneIn(random, 10) ? 200 : 25);
  article.source = RandomMetadata(random, MetadataField::kSource);
  article.category = RandomMetadata(random, MetadataField::kCategory);
  article.author = RandomMetadata(random, MetadataField::kAuthor);
  if (!OneIn(random, 4)) {
    article.date = RandomDate(random);
    article.date_source = DateSource::kField;
  }
  return article;
}

}  // namespace warta::oracle
