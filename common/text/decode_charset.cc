#include "common/text/decode_charset.h"

#include <algorithm>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include "common/text/icu_status.h"
#include "common/text/utf8.h"

namespace warta {
namespace {

struct Closer {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

// What the detector may answer, and what it has to say for it (0 to 100).
struct Candidate {
  std::string_view name;
  std::string_view charset;
  int confidence;
};

constexpr Candidate kCandidates[] = {
    {"windows-1251", "windows-1251", 40},
    {"ISO-8859-5", "ISO-8859-5", 60},
    {"KOI8-R", "KOI8-R", 40},
    {"windows-1256", "windows-1256", 40},
    {"ISO-8859-6", "ISO-8859-6", 60},
    {"GB18030", "GB18030", 60},
    {"Big5", "Big5-HKSCS", 60},
    {"Shift_JIS", "windows-31j", 60},
    {"EUC-JP", "EUC-JP", 60},
    {"EUC-KR", "windows-949", 60},
};

// The detector looks at no more than its first 8,000 bytes anyway.
constexpr std::size_t kSampleBytes = 16'384;

constexpr std::size_t kMinBeyondAscii = 24;

std::size_t CountBeyondAscii(std::string_view bytes) {
  return static_cast<std::size_t>(
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; }));
}

const Candidate* Detect(std::string_view sample) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, Closer> detector(ucsdet_open(&status));
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return nullptr;
  const std::string_view name = ucsdet_getName(match, &status);
  const int confidence = ucsdet_getConfidence(match, &status);
  if (U_FAILURE(status)) return nullptr;
  const auto* found = std::find_if(
      std::begin(kCandidates), std::end(kCandidates),
      [&](const Candidate& c) { return c.name == name && confidence >= c.confidence; });
  return found == std::end(kCandidates) ? nullptr : found;
}

// ICU's own callback writes U+001A, which ends files of DOS, for some of the faults.
void ReplaceFault(const void* context, UConverterToUnicodeArgs* args, const char* /*bytes*/,
                  int32_t /*length*/, UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  constexpr char16_t kReplacement = 0xFFFD;
  ++*static_cast<std::size_t*>(const_cast<void*>(context));
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(args, &kReplacement, 1, 0, status);
}

}  // namespace

DecodedCharset DecodeCharset(std::string_view bytes, std::string_view charset) {
  const std::string name(charset);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, Closer> converter(ucnv_open(name.c_str(), &status));
  RequireIcu(status, "decode " + name);
  DecodedCharset decoded;
  ucnv_setToUCallBack(converter.get(), ReplaceFault, &decoded.faults, nullptr, nullptr, &status);
  const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(),
                                status);
  RequireIcu(status, "decode " + name);
  text.toUTF8String(decoded.text);
  return decoded;
}

std::string_view GuessCharset(std::string_view bytes) {
  // From the first of the bytes in question: a long text can begin in English.
  const std::string_view sample = bytes.substr(SkipAscii(bytes, 0)).substr(0, kSampleBytes);
  // In Indonesian with a few accents nothing speaks for an alphabet in which they are letters.
  const std::size_t beyond = CountBeyondAscii(sample);
  if (beyond < kMinBeyondAscii || beyond * 4 < sample.size()) return kWindows1252;
  const Candidate* candidate = Detect(sample);
  if (candidate == nullptr || DecodeCharset(bytes, candidate->charset).faults > 0) {
    return kWindows1252;
  }
  return candidate->charset;
}

std::string_view GuessUtf16(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSampleBytes);
  const std::size_t units = sample.size() / 2;
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < units * 2; ++i) zeros[i % 2] += sample[i] == '\0' ? 1U : 0U;
  const bool little = zeros[1] > zeros[0];
  // At least seven characters in ten from the first 256, and hardly any that are 0 or a multiple
  // of 256.
  if (units < 2 || zeros[little ? 1 : 0] * 10 < units * 7 || zeros[little ? 0 : 1] * 50 > units) {
    return {};
  }
  for (std::size_t i = 0; i < units; ++i) {
    const auto low = static_cast<unsigned char>(sample[2 * i + (little ? 0 : 1)]);
    const bool control = low < 0x20 && low != '\t' && low != '\n' && low != '\r' && low != '\f';
    if (control && sample[2 * i + (little ? 1 : 0)] == '\0') return {};
  }
  return little ? kUtf16Le : kUtf16Be;
}

}  // namespace warta
