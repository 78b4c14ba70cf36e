#include "common/cli/command_text.h"

#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "common/cli/choice.h"
#include "common/cli/completion.h"
#include "common/cli/generate.h"
#include "common/cli/help_formatter.h"
#include "common/cli/manual_page.h"

namespace warta {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

// A program with an option of each kind.
class CommandTextTest : public ::testing::Test {
 protected:
  CommandTextTest() : app_("Tries options.", "coba") {
    app_.formatter(std::make_shared<HelpFormatter>());
    app_.footer(
        "Not a list.\n\nExamples (docs/X.md):\n  'a'   one's [first]\n  b\n\nExit status:\n  0  "
        "well");
    app_.add_option("FOLDER", folders_, "what to read")->option_text("...");
    app_.add_option("-d,--db", databases_, "where: it's [here]")
        ->option_text("DIR")
        ->allow_extra_args(false);
    auto* quiet = app_.add_flag("-q", quiet_, "say nothing");
    app_.add_flag("-v", loud_, "say all")->excludes(quiet);
    AddChoice(app_, "--when", when_, Choices<int>{{"late", 2}, {"early", 1}}, "late or early")
        ->option_text("TIME")
        ->group("More");
    app_.add_option("--list", file_, "a file")->option_text("FILE")->group("More");
    AddGenerate(app_);
  }

  std::string Generated(const char* kind) {
    ::testing::internal::CaptureStdout();
    const char* const arguments[] = {"coba", "--generate", kind};
    EXPECT_THROW(app_.parse(3, arguments), CLI::Success);
    return ::testing::internal::GetCapturedStdout();
  }

  CLI::App app_;
  std::vector<std::string> folders_;
  std::vector<std::string> databases_;
  bool quiet_ = false;
  bool loud_ = false;
  int when_ = 0;
  std::string file_;
};

TEST_F(CommandTextTest, NamesWhatIsDeclaredGroupByGroup) {
  const CommandText command = Describe(app_);
  EXPECT_EQ(command.name, "coba");
  EXPECT_EQ(command.argument, "FOLDER");
  std::vector<std::string> names;
  for (const OptionText& option : command.options) names.push_back(option.names.back());
  EXPECT_THAT(names, ElementsAre("--help", "--db", "-q", "-v", "--when", "--list"));
  const OptionText& database = command.options[1];
  EXPECT_THAT(database.names, ElementsAre("-d", "--db"));
  EXPECT_EQ(database.value, "DIR");
  EXPECT_TRUE(database.repeatable);
  EXPECT_THAT(database.choices, IsEmpty());
  EXPECT_EQ(command.options[2].value, "");
  const OptionText& when = command.options[4];
  EXPECT_EQ(when.group, "More");
  EXPECT_THAT(when.choices, ElementsAre("late", "early"));
  EXPECT_FALSE(when.repeatable);
}

TEST_F(CommandTextTest, ManualHasOptionsAndTheListsOfTheFooter) {
  EXPECT_EQ(Generated("man"),
            ".SH OPTIONS\n"
            ".TP\n\\fB\\-h\\fR, \\fB\\-\\-help\\fR\nPrint this help message and exit\n"
            ".TP\n\\fB\\-d\\fR, \\fB\\-\\-db\\fR \\fIDIR\\fR\nwhere: it\\(aqs [here]\n"
            ".TP\n\\fB\\-q\\fR\nsay nothing\n"
            ".TP\n\\fB\\-v\\fR\nsay all\n"
            ".SS More\n"
            ".TP\n\\fB\\-\\-when\\fR \\fITIME\\fR\nlate or early\n"
            ".TP\n\\fB\\-\\-list\\fR \\fIFILE\\fR\na file\n"
            ".SH EXAMPLES\n"
            ".TP\n\\fB\\(aqa\\(aq\\fR\none\\(aqs [first]\n"
            ".TP\n\\fBb\\fR\n"
            ".SH EXIT STATUS\n"
            ".TP\n\\fB0\\fR\nwell\n");
}

TEST(ManualSections, LeavesNothingForGroffToInterpret) {
  CommandText command;
  command.options.push_back({"Options", {"-x"}, "", {}, false, ".TH a\\b ~^"});
  EXPECT_EQ(ManualSections(command), ".SH OPTIONS\n.TP\n\\fB\\-x\\fR\n\\&.TH a\\eb \\(ti\\(ha\n");
}

TEST_F(CommandTextTest, BashCompletesValuesOptionsAndFiles) {
  const std::string script = Generated("bash");
  EXPECT_THAT(script, HasSubstr("    -d|--db) _filedir -d; return ;;\n"));
  EXPECT_THAT(
      script,
      HasSubstr("    --when) COMPREPLY=($(compgen -W 'late early' -- \"$cur\")); return ;;\n"));
  EXPECT_THAT(script, HasSubstr("    --list) _filedir; return ;;\n"));
  EXPECT_THAT(script, HasSubstr("-W '-h --help -d --db -q -v --when --list' --"));
  EXPECT_THAT(script, HasSubstr("  else\n    _filedir\n"));
  EXPECT_THAT(script, HasSubstr("complete -F _coba coba\n"));
}

TEST_F(CommandTextTest, ZshCompletesValuesOptionsAndFiles) {
  const std::string script = Generated("zsh");
  EXPECT_THAT(script, HasSubstr("#compdef coba\n"));
  EXPECT_THAT(script, HasSubstr("  '*'{-d,--db}'[where\\: it'\\''s \\[here\\]]:DIR:_files -/'"));
  EXPECT_THAT(script, HasSubstr("  '(-q)'-q'[say nothing]'"));
  EXPECT_THAT(script, HasSubstr("  '(--when)'--when'[late or early]:TIME:(late early)'"));
  EXPECT_THAT(script, HasSubstr("  '*:FOLDER:_files'\n"));
}

TEST_F(CommandTextTest, FishCompletesValuesOptionsAndFiles) {
  const std::string script = Generated("fish");
  EXPECT_THAT(script, HasSubstr("complete -c coba -s d -l db -x -a '(__fish_complete_directories)' "
                                "-d 'where: it\\'s [here]'\n"));
  EXPECT_THAT(script,
              HasSubstr("complete -c coba -l when -x -a 'late early' -d 'late or early'\n"));
  EXPECT_THAT(script, HasSubstr("complete -c coba -l list -r -F -d 'a file'\n"));
  EXPECT_THAT(script, Not(HasSubstr("complete -c coba -f\n")));
}

TEST(Completion, KnowsNothingOfQueriesAndNumbers) {
  CommandText command;
  command.name = "cari";
  command.argument = "QUERY";
  command.options.push_back({"Options", {"-n"}, "N", {}, false, "hits"});
  EXPECT_THAT(BashCompletion(command), HasSubstr("    -n) return ;;\n"));
  EXPECT_THAT(BashCompletion(command), Not(HasSubstr("_filedir")));
  EXPECT_THAT(ZshCompletion(command), HasSubstr("'(-n)'-n'[hits]:N: ' \\\n  '*:QUERY: '\n"));
  EXPECT_THAT(FishCompletion(command),
              HasSubstr("complete -c cari -f\ncomplete -c cari -s n -x -d 'hits'\n"));
}

TEST_F(CommandTextTest, HelpNamesNeitherExclusionsNorTheGenerator) {
  const std::string help = app_.help();
  EXPECT_THAT(help, Not(HasSubstr("generate")));
  EXPECT_THAT(help, Not(HasSubstr("Excludes")));
  EXPECT_THAT(help, Not(HasSubstr("\n\n\n")));
}

TEST_F(CommandTextTest, AChoiceSetsWhatItsNameStandsFor) {
  const char* const early[] = {"coba", "--when", "early"};
  app_.parse(3, early);
  EXPECT_EQ(when_, 1);
  const char* const never[] = {"coba", "--when", "never"};
  EXPECT_THROW(app_.parse(3, never), CLI::ValidationError);
}

}  // namespace
}  // namespace warta
