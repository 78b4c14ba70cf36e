// Sets a metadata key of a Xapian database: stamp_database DATABASE KEY VALUE.
// The transcripts use it to make databases that look as if another version of the programs had made them.

#include <iostream>

#include <xapian.h>

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: stamp_database DATABASE KEY VALUE\n";
    return 2;
  }
  try {
    Xapian::WritableDatabase database(argv[1], Xapian::DB_OPEN);
    database.set_metadata(argv[2], argv[3]);
    database.commit();
  } catch (const Xapian::Error& error) {
    std::cerr << "stamp_database: " << error.get_description() << '\n';
    return 1;
  }
  return 0;
}
