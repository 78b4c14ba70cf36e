# The Debian package: `cmake --workflow --preset deb` writes build/deb/warta_VERSION-1_ARCHITECTURE.deb.

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME warta)
set(CPACK_PACKAGE_CONTACT "The Warta authors <warta@example.org>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "full-text search for Indonesian news")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"indexer turns folders of Indonesian news articles (text, saved pages, JSON,
CSV, feeds, crawls) into a Xapian database, and keeps it up to date from cron.
searcher answers ranked keyword, phrase and boolean queries over it: words in
any form by a stemmer that knows Indonesian, fields and dates, highlighted
snippets, facets, output for people and for programs.")
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "cron | systemd")
# sphinxsearch has an /usr/bin/indexer too.
set(CPACK_DEBIAN_PACKAGE_CONFLICTS sphinxsearch)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${CMAKE_CURRENT_LIST_DIR}/package/postinst ${CMAKE_CURRENT_LIST_DIR}/package/postrm)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# The documents that Debian asks for, compressed where its policy wants that.
execute_process(COMMAND date --utc --rfc-email --date=${WARTA_DATE} OUTPUT_VARIABLE WARTA_RFC_DATE
  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
configure_file(${CMAKE_CURRENT_LIST_DIR}/package/changelog.in ${PROJECT_BINARY_DIR}/package/changelog.Debian @ONLY)
configure_file(CHANGELOG.md ${PROJECT_BINARY_DIR}/package/changelog COPYONLY)
execute_process(COMMAND gzip -9nf changelog.Debian changelog WORKING_DIRECTORY ${PROJECT_BINARY_DIR}/package
  COMMAND_ERROR_IS_FATAL ANY)
install(FILES ${PROJECT_BINARY_DIR}/package/changelog.Debian.gz ${PROJECT_BINARY_DIR}/package/changelog.gz
  cmake/package/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES cmake/package/lintian-overrides DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides RENAME warta)

include(CPack)
