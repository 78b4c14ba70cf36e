#include "common/text/frequent_word.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace warta {
namespace {

constexpr auto kWords = std::to_array<std::string_view>(
    {"ada",      "adalah",     "agar",      "akan",      "anak",      "antara", "apa",
     "atau",     "bagi",       "bahwa",     "banyak",    "baru",      "belum",  "besar",
     "bisa",     "bukan",      "dalam",     "dan",       "dapat",     "dari",   "dengan",
     "di",       "dia",        "dilakukan", "dua",       "hal",       "hanya",  "hari",
     "harus",    "hingga",     "ia",        "indonesia", "ini",       "itu",    "jakarta",
     "jika",     "juga",       "kalau",     "kami",      "karena",    "kata",   "ke",
     "kepada",   "ketika",     "kita",      "lain",      "lalu",      "lebih",  "maka",
     "masih",    "masyarakat", "melalui",   "menjadi",   "menurut",   "mereka", "merupakan",
     "namun",    "negara",     "oleh",      "orang",     "pada",      "para",   "pemerintah",
     "pernah",   "pihak",      "presiden",  "pun",       "saat",      "saja",   "salah",
     "sama",     "sangat",     "satu",      "saya",      "sebagai",   "secara", "sehingga",
     "sejumlah", "sekitar",    "selain",    "selama",    "sementara", "semua",  "seperti",
     "serta",    "setelah",    "sudah",     "tahun",     "tak",       "tapi",   "telah",
     "terhadap", "terjadi",    "tersebut",  "tetapi",    "tidak",     "ujar",   "untuk",
     "waktu",    "yang"});
static_assert(std::is_sorted(kWords.begin(), kWords.end()));

constexpr std::size_t kLongest =
    std::max_element(kWords.begin(), kWords.end(), [](std::string_view a, std::string_view b) {
      return a.size() < b.size();
    })->size();

}  // namespace

bool IsVeryFrequent(std::string_view form) {
  return form.size() <= kLongest && std::binary_search(kWords.begin(), kWords.end(), form);
}

}  // namespace warta
