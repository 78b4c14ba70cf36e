#pragma once

#include <string>
#include <string_view>

namespace warta {

/// The host of a URL in small letters, without `www.` and port: `antaranews.com` of
/// `http://www.antaranews.com/berita/1`. Empty when the text is no URL of the web.
std::string HostOf(std::string_view url);

}  // namespace warta
