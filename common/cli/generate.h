#pragma once

namespace CLI {
class App;
}

namespace warta {

/// Adds `--generate WHAT`, which help does not show: prints what the build makes of the options that `app` declares
/// and ends, like help. WHAT is man, bash, zsh or fish (manual_page.h, completion.h).
void AddGenerate(CLI::App& app);

}  // namespace warta
