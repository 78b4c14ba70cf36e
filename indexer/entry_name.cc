#include "indexer/entry_name.h"

#include "common/text/clean.h"
#include "common/text/utf8.h"

namespace warta {

std::string EntryName(std::string_view bytes) {
  std::string name = RepairUtf8(bytes);
  for (char& c : name) {
    if (static_cast<unsigned char>(c) < ' ' || c == '\x7F') c = '_';
  }
  name = CleanText(std::move(name));
  for (std::size_t at = 0; at < name.size() && name[at] == ' '; ++at) name[at] = '_';
  for (std::size_t at = name.size(); at > 0 && name[at - 1] == ' '; --at) name[at - 1] = '_';
  return name;
}

}  // namespace warta
