#include "searcher/render/render_counts.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "common/printable.h"
#include "common/text/columns.h"
#include "common/translate.h"
#include "searcher/render/local_text.h"

namespace warta {
namespace {

constexpr std::string_view kIndent = "   ";

std::string FacetName(const std::string& field) {
  if (field == "source") return Translate(N_("Sources"));
  if (field == "category") return Translate(N_("Categories"));
  if (field == "year") return Translate(N_("Years"));
  if (field == "month") return Translate(N_("Months"));
  return field;
}

std::string Spaces(std::size_t width, std::string_view text) {
  return std::string(width - std::min(width, Columns(text)), ' ');
}

// A bar of so many eighths of a column.
std::string Bar(std::size_t eighths, bool blocks) {
  if (!blocks) return std::string((eighths + 7) / 8, '#');
  static constexpr const char* kParts[] = {"",       "\u258F", "\u258E", "\u258D",
                                           "\u258C", "\u258B", "\u258A", "\u2589"};
  std::string bar;
  for (std::size_t i = 0; i < eighths / 8; ++i) bar += "\u2588";
  return bar + kParts[eighths % 8];
}

// 1,234 (12.34 % of 10,000)
std::string BarLabel(const HistogramBar& bar) {
  std::string label = NumberText(bar.articles);
  if (bar.articles == 0) return label;
  const auto share = static_cast<double>(bar.articles) * 100 /
                     static_cast<double>(std::max(bar.all, bar.articles));
  return label + " (" +
         Fill(Translate(N_("{1} % of {2}")), {DecimalText(share), NumberText(bar.all)}) + ')';
}

}  // namespace

void RenderFacet(const Facet& facet, TerminalStream& out) {
  std::vector<std::string> values;
  std::vector<std::string> numbers;
  std::size_t value_width = 0;
  std::size_t number_width = 0;
  for (const FacetCount& count : facet.values) {
    values.push_back(count.value.empty() ? Translate(N_("(unknown)")) : Printable(count.value));
    numbers.push_back(NumberText(count.articles));
    value_width = std::max(value_width, Columns(values.back()));
    number_width = std::max(number_width, numbers.back().size());
  }
  out << FacetName(facet.field) << ":" << kLineEnd;
  for (std::size_t i = 0; i < values.size(); ++i) {
    out << kIndent << values[i] << Spaces(value_width, values[i]) << "  "
        << Spaces(number_width, numbers[i]) << numbers[i] << kLineEnd;
  }
  if (facet.values_in_all > values.size()) {
    const std::string more = NumberText(facet.values_in_all - values.size());
    out << kIndent << Fill(Translate(N_("and {1} more")), {more}) << kLineEnd;
  }
  out << kLineEnd;
}

void RenderHistogram(const Histogram& histogram, const TextStyle& style, TerminalStream& out) {
  constexpr std::size_t kDefaultColumns = 80;
  constexpr std::size_t kNarrowestBar = 10;
  std::vector<std::string> labels;
  std::uint64_t most = 1;
  std::size_t beside = 0;  // columns that are no bar
  for (const HistogramBar& bar : histogram.bars) {
    labels.push_back(BarLabel(bar));
    most = std::max(most, bar.articles);
    beside = std::max(beside, bar.period.size() + labels.back().size() + 2);
  }
  const std::size_t columns = style.width == 0 ? kDefaultColumns : style.width;
  const std::size_t width = std::max(columns - std::min(columns, beside), kNarrowestBar);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const HistogramBar& bar = histogram.bars[i];
    std::size_t eighths = bar.articles * width * 8 / most;
    if (bar.articles > 0) eighths = std::max<std::size_t>(eighths, 1);
    out << bar.period << " " << Bar(eighths, style.blocks) << (eighths == 0 ? "" : " ") << labels[i]
        << kLineEnd;
  }
  if (histogram.undated > 0) {
    out << Fill(Translate(N_("without a date: {1}")), {NumberText(histogram.undated)}) << kLineEnd;
  }
  out << kLineEnd;
}

}  // namespace warta
