#include "searcher/options.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include "common/ascii.h"
#include "common/cli/choice.h"
#include "common/cli/generate.h"
#include "common/cli/help_formatter.h"
#include "common/cli/usage_text.h"
#include "common/date/period.h"
#include "common/store/database_directory.h"
#include "common/translate.h"
#include "common/version.h"
#include "searcher/query/field.h"
#include "searcher/render/terminal_stream.h"

namespace warta {
namespace {

// Stands for the dash of an excluded word while CLI11 looks for options.
constexpr char kHiddenDash = '\x01';

// Whether an argument excludes a word: a single dash does, but for the options -n and -d with their
// values behind them. A lone letter is more likely an option, known or mistyped.
bool IsExclusion(std::string_view argument) {
  if (argument.size() < 3 || argument[0] != '-' || argument[1] == '-') return false;
  const std::string_view value = argument.substr(2);
  const bool number =
      argument[1] == 'n' && (value == "all" || value.find_first_not_of("0123456789") == value.npos);
  const bool path = argument[1] == 'd' && value.find_first_of("/.") != value.npos;
  return !number && !path;
}

// The arguments in the order that CLI11 wants (last first), exclusions hidden from it.
std::vector<std::string> Arguments(int argc, const char* const* argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  for (std::string& argument : arguments) {
    if (IsExclusion(argument)) argument[0] = kHiddenDash;
  }
  std::reverse(arguments.begin(), arguments.end());
  return arguments;
}

// With commas, as the help lists names.
std::string Join(const std::vector<std::string>& names) {
  std::string joined;
  for (const std::string& name : names) joined.append(joined.empty() ? "" : ", ").append(name);
  return joined;
}

std::string JoinWords(const std::vector<std::string>& words) {
  std::string joined;
  for (const std::string& word : words) {
    if (!joined.empty()) joined += ' ';
    if (!word.starts_with(kHiddenDash)) {
      joined += word;
      continue;
    }
    // The shell took the quotation marks off -"harga mati".
    const bool phrase = word.find(' ') != std::string::npos && word[1] != '"' && word[1] != '(';
    joined += phrase ? "-\"" + word.substr(1) + '"' : '-' + word.substr(1);
  }
  return joined;
}

constexpr const char* kFooter =
    N_("Queries (docs/QUERIES.md):\n"
       "  kemitraan strategis      ranked, every word in any form; those with all words first\n"
       "  '\"kemitraan strategis\"'  exactly this phrase; with ~ before it in any form\n"
       "  rusia -ukraina           without a word; also AND, OR, NOT, NEAR/5, parentheses\n"
       "  judul:sanksi             in a field: {1}\n"
       "  stra* putni~             words that begin so, words that are written nearly so\n"
       "\n"
       "Exit status:\n"
       "  0  at least one article was found\n"
       "  1  none was found\n"
       "  2  an error");

const Choices<OutputFormat> kFormats = {
    {"text", OutputFormat::kText},       {"json", OutputFormat::kJson},
    {"jsonl", OutputFormat::kJsonLines}, {"csv", OutputFormat::kCsv},
    {"tsv", OutputFormat::kTsv},         {"paths", OutputFormat::kPaths},
    {"trec", OutputFormat::kTrec}};
const Choices<WhenToUse> kTimes = {
    {"auto", WhenToUse::kAuto}, {"always", WhenToUse::kAlways}, {"never", WhenToUse::kNever}};
const Choices<SortOrder> kSorts = {{"relevance", SortOrder::kRelevance},
                                   {"newest", SortOrder::kNewest},
                                   {"oldest", SortOrder::kOldest}};
const Choices<MatchMode> kModes = {
    {"auto", MatchMode::kAuto}, {"all", MatchMode::kAll}, {"any", MatchMode::kAny}};
const Choices<Granularity> kGranularities = {
    {"year", Granularity::kYear}, {"month", Granularity::kMonth}, {"day", Granularity::kDay}};

// What the options are before they are more than text.
struct Texts {
  std::vector<std::string> words;
  std::string limit;
  std::string since;
  std::string until;
  std::string duplicates;
  bool no_synonyms = false;
};

void AddSelection(CLI::App& app, Options& options, Texts& texts) {
  const std::string group = Translate(N_("Which articles"));
  AddChoice(app, "--match", options.search.match, kModes,
            Translate(N_("auto (articles with all words first, then those with some), all, any")))
      ->option_text("MODE")
      ->group(group);
  app.add_option("--since", texts.since, Translate(N_("only articles from this date on")))
      ->option_text("DATE")
      ->group(group);
  app.add_option("--until", texts.until, Translate(N_("only articles up to this date")))
      ->option_text("DATE")
      ->group(group);
  app.add_option("--source", options.search.source,
                 Translate(N_("only articles of a source with these words in its name")))
      ->option_text("NAME")
      ->group(group);
  app.add_option("--category", options.search.category,
                 Translate(N_("only articles of a category with these words in its name")))
      ->option_text("NAME")
      ->group(group);
  auto* synonyms = app.add_option("--synonyms", options.synonyms_file,
                                  Translate(N_("a file of synonyms to search for too")));
  auto* no_synonyms =
      app.add_flag("--no-synonyms", texts.no_synonyms,
                   Translate(N_("no abbreviations, other spellings, compounds or synonyms")));
  synonyms->option_text("FILE")->group(group);
  no_synonyms->group(group);
}

void AddPage(CLI::App& app, Options& options, Texts& texts) {
  const std::vector<std::string> facets(std::begin(kFacetFields), std::end(kFacetFields));
  const std::string group = Translate(N_("The page"));
  app.add_option("-n,--limit", texts.limit, Translate(N_("hits on a page (10), or all")))
      ->option_text("N")
      ->group(group);
  app.add_option("--offset", options.search.offset, Translate(N_("hits to pass over")))
      ->check(CLI::Range(0, 100'000'000))
      ->option_text("N")
      ->group(group);
  AddChoice(app, "--sort", options.search.sort, kSorts, Translate(N_("relevance, newest, oldest")))
      ->option_text("ORDER")
      ->group(group);
  app.add_option(
         "--prefer-recent", options.search.prefer_recent,
         Translate(N_(
             "prefer new articles: up to 3 times the score, the gain halved every so many days")))
      ->check(CLI::Range(0.01, 100'000.0))
      ->option_text("DAYS")
      ->group(group);
  app.add_option("--duplicates", texts.duplicates,
                 Translate(N_("fold (copies of a story are one hit: text and json) or show")))
      ->check(CLI::IsMember({"fold", "show"}))
      ->option_text("HOW")
      ->group(group);
  app.add_option("--facets", options.search.facets,
                 Fill(Translate(N_("count articles by {1} (with commas)")), {Join(facets)}))
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(CLI::IsMember(facets))
      ->option_text("FIELDS")
      ->group(group);
  AddChoice(app, "--histogram", options.search.histogram, kGranularities,
            Translate(N_("count articles by year, month or day")))
      ->option_text("PERIOD")
      ->group(group);
  app.add_flag("--count", options.count, Translate(N_("print only how many articles match")))
      ->group(group);
  app.add_flag("--explain", options.search.explain,
               Translate(N_("say of each hit what matched and what that gave to its score")))
      ->group(group);
}

void AddOutput(CLI::App& app, Options& options) {
  const std::string group = Translate(N_("Output"));
  AddChoice(app, "--format", options.format, kFormats, Join(NamesOf(kFormats)))
      ->option_text("FORMAT")
      ->group(group);
  app.add_flag("-0,--null", options.null_terminated,
               Translate(N_("paths: end each with a NUL, for xargs -0")))
      ->group(group);
  AddChoice(app, "--color", options.color, kTimes,
            Translate(N_("auto (on a terminal, unless NO_COLOR is set), always, never")))
      ->option_text("WHEN")
      ->group(group);
  AddChoice(app, "--hyperlinks", options.hyperlinks, kTimes,
            Translate(N_("auto (on terminals known to have them), always, never")))
      ->option_text("WHEN")
      ->group(group);
}

void AddGeneral(CLI::App& app) {
  const auto formatter = std::make_shared<HelpFormatter>();
  formatter->label("Usage", Translate(N_("Usage")));
  formatter->label("OPTIONS", Translate(N_("OPTIONS")));
  formatter->label("Positionals", Translate(N_("Positionals")));
  app.formatter(formatter);
  app.option_defaults()->group(Translate(N_("Options")));
  app.set_help_flag("-h,--help", Translate(N_("Print this help message and exit")));
  app.set_version_flag("-V,--version", std::string("searcher ") + kVersion,
                       Translate(N_("Display program version information and exit")));
}

void AddJobs(CLI::App& app, Options& options, Texts& texts) {
  auto* query =
      app.add_option("QUERY", texts.words, Translate(N_("what to search for")))->option_text("...");
  app.add_option("-d,--db", options.databases,
                 Translate(N_("the database, repeatable ($WARTA_DB, $XDG_DATA_HOME/warta/db, "
                              "~/.local/share/warta/db)")))
      ->option_text("DIR")
      ->allow_extra_args(false);
  auto* batch =
      app.add_option("--queries", options.queries_file,
                     Translate(N_("answer every line 'id<TAB>query' of a file, - for stdin")));
  auto* jobs = app.add_option("--jobs", options.jobs,
                              Translate(N_("with --queries: answer so many at a time (1)")));
  auto* analyse =
      app.add_flag("--analyze", options.analyse,
                   Translate(N_("show the tokens of QUERY or, without one, of stdin: form, stem, "
                                "position, begin, end")));
  auto* similar = app.add_option("--similar", options.similar,
                                 Translate(N_("articles like the one with this id, in place of a "
                                              "query")));
  batch->option_text("FILE");
  jobs->option_text("N")->check(CLI::Range(1, 256))->needs(batch);
  similar->option_text("ID");
  batch->excludes(query);
  batch->excludes(analyse);
  similar->excludes(query);
  similar->excludes(batch);
  similar->excludes(analyse);
}

[[noreturn]] void Refuse(const char* format, const std::vector<std::string>& arguments) {
  throw CLI::ValidationError(Fill(Translate(format), arguments));
}

// The day that a date of the command line begins or ends with.
Date DayOf(const std::string& option, const std::string& text, bool first) {
  const Result<DateRange> period = ParsePeriod(text, Today());
  if (!period.ok()) {
    Refuse(N_("{1}: \"{2}\" is no date or period, such as 2022-02-07, 2022-02, \"Februari 2022\", "
              "kemarin"),
           {option, text});
  }
  return first ? period.value().first : period.value().last;
}

std::size_t LimitOf(const std::string& text) {
  if (text == "all") return kNoLimit;
  const bool number =
      !text.empty() && text.size() <= 9 && std::all_of(text.begin(), text.end(), IsDigit);
  if (!number) Refuse(N_("--limit: {1} is no number, nor all"), {text});
  return std::stoul(text);
}

// What would have no effect is more likely a mistake.
void RequireFormats(const Options& options) {
  const bool counts = !options.search.facets.empty() || options.search.histogram;
  if (counts && !IsPage(options.format))
    Refuse(N_("--facets and --histogram are for text and json"), {});
  if (options.null_terminated && options.format != OutputFormat::kPaths)
    Refuse(N_("--null is for --format paths"), {});
}

void Complete(const Texts& texts, Options& options) {
  SearchOptions& search = options.search;
  options.from_stdin = texts.words.empty();
  options.query = JoinWords(texts.words);
  if (!texts.limit.empty()) search.limit = LimitOf(texts.limit);
  if (!texts.since.empty() || !texts.until.empty()) {
    search.published = DateRange{kFirstDate, kLastDate};
    if (!texts.since.empty()) search.published->first = DayOf("--since", texts.since, true);
    if (!texts.until.empty()) search.published->last = DayOf("--until", texts.until, false);
    if (search.published->last < search.published->first)
      Refuse(N_("--until {1} is before --since {2}"), {texts.until, texts.since});
  }
  if (search.prefer_recent > 0 && search.sort != SortOrder::kRelevance)
    Refuse(N_("--prefer-recent is for --sort relevance"), {});
  RequireFormats(options);
  search.synonyms = !texts.no_synonyms;
  // Lists are for programs, which want every article.
  search.fold_copies =
      texts.duplicates.empty() ? IsPage(options.format) : texts.duplicates == "fold";
  if (options.databases.empty() && !options.analyse) options.databases = {DefaultDatabasePath()};
}

}  // namespace

Options ParseCommandLine(int argc, const char* const* argv) {
  Options options;
  Texts texts;
  CLI::App app(Translate(N_("Searches the Indonesian news articles that indexer put into a "
                            "database.")),
               "searcher");
  AddGeneral(app);
  app.footer(Fill(Translate(kFooter), {FieldNames()}));
  AddJobs(app, options, texts);
  AddSelection(app, options, texts);
  AddPage(app, options, texts);
  AddOutput(app, options);
  AddGenerate(app);
  try {
    app.parse(Arguments(argc, argv));
    const bool job = !options.queries_file.empty() || !options.similar.empty() || options.analyse;
    if (texts.words.empty() && !job) throw CLI::RequiredError("QUERY");
    Complete(texts, options);
  } catch (const CLI::Success& wanted) {
    app.exit(wanted);
    options.exit = ExitCode::kOk;
  } catch (const CLI::ParseError& error) {
    TerminalStream(std::cerr) << "searcher: " << UsageText(error.get_name(), error.what())
                              << kLineEnd << "searcher: " << Translate(N_("see searcher --help"))
                              << kLineEnd;
    options.exit = ExitCode::kQueryError;
  }
  return options;
}

}  // namespace warta
