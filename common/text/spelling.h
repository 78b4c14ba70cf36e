#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/text/stem.h"

namespace warta {

/// Another way to spell a word, as a form and its stem.
struct Spelling {
  std::string form;
  std::string stem;
};

/// The present standard spelling of a folded word that is spelled another way; nothing if there is
/// none. A word and its standard spelling are indexed and asked for both, so that either finds the
/// other; the word itself is never rewritten, since many names keep their old spelling.
///
/// * Nonstandard spellings of words (lists/spellings.txt), with their affixes: mengijinkan is
///   mengizinkan, praktek praktik, sholat salat.
/// * The spelling of before 1972 and 1947: oe = u, tj = c, dj = j, nj = ny, sj = sy, ch = kh, j = y
///   (Soekarno, Djakarta, Tjipto, Njoto). Only words that the dictionary does not know, and only
///   where oe, tj, dj, sj or an nj at the start give the old spelling away: nj, ch and j alone also
///   stand in words of today and in foreign names.
/// * Names from Arabic, whose h is also written ch and kh before a consonant: Achmad and Akhmad are
///   Ahmad, Rachmat is Rahmat.
///
/// `acronym`: the word is written as one, which has no old spelling (OECD).
std::optional<Spelling> StandardSpelling(const StemmedWord& word, bool acronym = false);

}  // namespace warta
