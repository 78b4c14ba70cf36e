#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/text/stem.h"

namespace warta {

/// Words that people write together or apart: kerja sama and kerjasama, tanggung jawab and
/// pertanggungjawaban (lists/compounds.txt); antar negara and antarnegara (lists/bound_forms.txt).
/// The fused word stems to the compound; the two words keep their stems and have a variant beside
/// them that stems to it too, so that both writings meet.

/// What a word is to the words beside it.
struct CompoundRole {
  /// The word as the first of a compound: `kerja` for kerja and bekerja. A word with a suffix
  /// (kerjaan) begins none. Empty: none. Part of the dictionary, lives for ever.
  std::string_view first;
  /// The same as the second: `sama` for sama and samanya, but not bersama.
  std::string_view second;
  bool bound = false;  ///< a bound form that also stands apart (antar)
  /// A word that a bound form can be fused with: of the dictionary or derived from one, no verb,
  /// of four letters or more.
  bool known = false;

  /// Whether the word can be the first of two.
  bool BeginsAny() const { return bound || !first.empty(); }
  /// Whether it can be either, otherwise than behind a bound form.
  bool IsAny() const { return BeginsAny() || !second.empty(); }
};

CompoundRole RoleOf(const StemmedWord& word);

/// Two words as one.
struct FusedForm {
  std::string surface;
  std::string stem;
};

/// The compound that two words make which stand side by side; nothing if they make none.
std::optional<FusedForm> Fuse(std::string_view left, const CompoundRole& left_role,
                              std::string_view right, const CompoundRole& right_role);

/// The word that a bound form is fused with: negara in antarnegara, kekerasan in nonkekerasan.
/// Empty where the rest is no word, and for words of the dictionary that derive others (mahasiswa)
/// or begin with a bound form of three letters (prasarana, program), most of which only look so.
std::string_view FusedWord(const StemmedWord& word);

}  // namespace warta
