# cmake -DPROGRAM=FILE -DPAGE=NAME -P fill_page.cmake: NAME from NAME.in, with the sections that the program makes.
set(MANUAL_SECTIONS "")
if(PROGRAM)
  execute_process(COMMAND ${PROGRAM} --generate man OUTPUT_VARIABLE MANUAL_SECTIONS COMMAND_ERROR_IS_FATAL ANY)
endif()
configure_file(${PAGE}.in ${PAGE} @ONLY)
