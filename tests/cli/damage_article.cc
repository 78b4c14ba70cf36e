// Changes a bit in the stored article of a document, as a disk may: damage_article DATABASE DOCUMENT.

#include <iostream>
#include <string>

#include <xapian.h>

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: damage_article DATABASE DOCUMENT\n";
    return 2;
  }
  try {
    Xapian::WritableDatabase database(argv[1], Xapian::DB_OPEN);
    const auto number = static_cast<Xapian::docid>(std::stoul(argv[2]));
    Xapian::Document document = database.get_document(number);
    std::string record = document.get_data();
    record.back() ^= 1;
    document.set_data(record);
    database.replace_document(number, document);
    database.commit();
  } catch (const Xapian::Error& error) {
    std::cerr << "damage_article: " << error.get_description() << '\n';
    return 1;
  }
  return 0;
}
