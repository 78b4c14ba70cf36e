# What is installed beside the programs: manual pages (docs/man), completions, documents, the examples for cron, units
# for systemd. Of the paths below the prefix, and of a package's, GNUInstallDirs is the source.

install(TARGETS indexer searcher RUNTIME)

# Where each shell looks, and what it calls the file for a program.
foreach(program indexer searcher)
  foreach(shell bash zsh fish)
    set(file ${PROJECT_BINARY_DIR}/completions/${shell}/${program})
    add_custom_command(
      OUTPUT ${file}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/completions/${shell}
      COMMAND ${CMAKE_COMMAND} -E env LC_ALL=C $<TARGET_FILE:${program}> --generate ${shell} > ${file}
      DEPENDS ${program} VERBATIM)
    list(APPEND completions ${file})
  endforeach()
  set(from ${PROJECT_BINARY_DIR}/completions)
  install(FILES ${from}/bash/${program} DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  install(FILES ${from}/zsh/${program} DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions RENAME _${program})
  install(FILES ${from}/fish/${program} DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d RENAME ${program}.fish)
endforeach()
add_custom_target(completions ALL DEPENDS ${completions})

install(FILES docs/CRON.md docs/FORMAT.md docs/INPUT.md docs/QUERIES.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES scripts/cron/crontab.example DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples RENAME crontab)

# The unit names the program by its full path, as systemd wants it.
configure_file(scripts/cron/warta-indexer.service.in warta-indexer.service @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/warta-indexer.service scripts/cron/warta-indexer.timer
  DESTINATION lib/systemd/system)
