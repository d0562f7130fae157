# What `cmake --install` puts where, and the two Debian packages that `cpack -G DEB` makes of it: learnlab (the window and
# the command-line client) and learnlab-server. scripts/make-packages builds, makes and checks them.
include(GNUInstallDirs)
# What is packed has been built; tests and benchmarks need not be.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY ON)
set(packaging ${CMAKE_SOURCE_DIR}/packaging)
set(made ${CMAKE_BINARY_DIR}/packaging)

# A release is dated by its last change, so that the same sources make the same packages.
find_package(Git QUIET)
set(RELEASE_TIME 0)
if(GIT_FOUND)
  execute_process(COMMAND ${GIT_EXECUTABLE} -C ${CMAKE_SOURCE_DIR} log -1 --format=%ct
    OUTPUT_VARIABLE found OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(found MATCHES "^[0-9]+$")
    set(RELEASE_TIME ${found})
  endif()
endif()
execute_process(COMMAND date -u -d @${RELEASE_TIME} +%F OUTPUT_VARIABLE RELEASE_DATE OUTPUT_STRIP_TRAILING_WHITESPACE)
execute_process(COMMAND date -u -R -d @${RELEASE_TIME} OUTPUT_VARIABLE CHANGELOG_DATE OUTPUT_STRIP_TRAILING_WHITESPACE
  COMMAND_ERROR_IS_FATAL ANY)

# learnlab_packed(TARGET-FILE SOURCE): SOURCE, compressed as Debian wants its documents.
function(learnlab_packed target source)
  configure_file(${source} ${made}/plain COPYONLY)
  execute_process(COMMAND gzip -9nc ${made}/plain OUTPUT_FILE ${target} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(learnlab_documents package component)
  configure_file(${packaging}/changelog.in ${made}/${package}.changelog @ONLY)
  file(MAKE_DIRECTORY ${made}/${package})
  learnlab_packed(${made}/${package}/changelog.gz ${made}/${package}.changelog)
  install(FILES ${made}/${package}/changelog.gz ${packaging}/copyright ${CMAKE_SOURCE_DIR}/CHANGELOG.md ${ARGN}
    DESTINATION ${CMAKE_INSTALL_DATAROOTDIR}/doc/${package} COMPONENT ${component})
endfunction()

function(learnlab_manual component)
  foreach(page IN LISTS ARGN)
    cmake_path(GET page EXTENSION LAST_ONLY extension)
    string(SUBSTRING ${extension} 1 -1 section)
    learnlab_packed(${made}/${page}.gz ${packaging}/man/${page})
    install(FILES ${made}/${page}.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section} COMPONENT ${component})
  endforeach()
endfunction()

# An icon for each size that is drawn for it, under the name that the desktop file asks for.
function(learnlab_icon drawing folder)
  install(FILES ${CMAKE_SOURCE_DIR}/resources/icons/app/${drawing} RENAME learnlab.svg COMPONENT client
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${folder}/apps)
endfunction()

set(components "")
if(LEARNLAB_GUI)
  list(APPEND components client)
  install(TARGETS learnlab learnlab-cli COMPONENT client)
  # Nobody's command: the window starts it.
  install(TARGETS learnlab-render DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/learnlab COMPONENT client)
  configure_file(${packaging}/client/learnlab.metainfo.xml ${made}/org.learnlab.desktop.metainfo.xml @ONLY)
  install(FILES ${packaging}/client/learnlab.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT client)
  # "Upload to LearnLab" in the menus of file managers: Dolphin, Nemo, Nautilus, and those that follow the specification of actions.
  set(send_to ${packaging}/client/send-to)
  install(FILES ${send_to}/learnlab-dolphin.desktop RENAME learnlab.desktop COMPONENT client
    DESTINATION ${CMAKE_INSTALL_DATADIR}/kio/servicemenus)
  install(FILES ${send_to}/learnlab.nemo_action DESTINATION ${CMAKE_INSTALL_DATADIR}/nemo/actions COMPONENT client)
  install(FILES ${send_to}/learnlab-files.desktop RENAME learnlab.desktop COMPONENT client
    DESTINATION ${CMAKE_INSTALL_DATADIR}/file-manager/actions)
  install(FILES ${send_to}/learnlab_nautilus.py DESTINATION ${CMAKE_INSTALL_DATADIR}/nautilus-python/extensions
    COMPONENT client)
  install(FILES ${made}/org.learnlab.desktop.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT client)
  learnlab_icon(learnlab.svg scalable)
  learnlab_icon(learnlab-small.svg 16x16)
  learnlab_icon(learnlab-small.svg 24x24)
  learnlab_documents(learnlab client ${CMAKE_SOURCE_DIR}/docs/cli.md)
  learnlab_manual(client learnlab.1 learnlab-cli.1)
endif()
if(LEARNLAB_SERVER)
  list(APPEND components server)
  install(TARGETS learnlab-server COMPONENT server)
  install(DIRECTORY ${CMAKE_SOURCE_DIR}/server/migrations/ DESTINATION ${CMAKE_INSTALL_DATADIR}/learnlab/migrations
    COMPONENT server PATTERN "__pycache__" EXCLUDE)
  install(DIRECTORY ${packaging}/monitoring DESTINATION ${CMAKE_INSTALL_DATADIR}/learnlab COMPONENT server)
  # In the sources the units name /usr/local, which docs/admin.md installs to; where they really land is known only then.
  install(CODE "
    file(GLOB units ${packaging}/systemd/*)
    foreach(unit IN LISTS units)
      cmake_path(GET unit FILENAME name)
      file(READ \${unit} text)
      string(REPLACE /usr/local/ \${CMAKE_INSTALL_PREFIX}/ text \"\${text}\")
      file(WRITE \$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/lib/systemd/system/\${name} \"\${text}\")
    endforeach()" COMPONENT server)
  learnlab_documents(learnlab-server server ${CMAKE_SOURCE_DIR}/docs/admin.md ${CMAKE_SOURCE_DIR}/docs/database.md
    ${CMAKE_SOURCE_DIR}/docs/receipts.md)
  learnlab_manual(server learnlab-server.8)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "LearnLab developers")
set(CPACK_PACKAGE_CONTACT "LearnLab developers <developers@learnlab.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL ${components})
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_CLIENT_PACKAGE_NAME learnlab)
set(CPACK_DEBIAN_CLIENT_PACKAGE_SECTION net)
# Loaded at run time, so that nothing finds them in the programs: the drawings of the icons.
set(CPACK_DEBIAN_CLIENT_PACKAGE_DEPENDS "libqt6svg6")
set(CPACK_DEBIAN_CLIENT_PACKAGE_RECOMMENDS
  "fonts-inter, breeze-icon-theme, qt6-image-formats-plugins, qt6-translations-l10n, gnome-keyring | kwalletmanager | keepassxc, qt6-wayland, xdg-utils, ca-certificates")
set(CPACK_DEBIAN_CLIENT_PACKAGE_SUGGESTS "python3-nautilus")
set(CPACK_DEBIAN_CLIENT_DESCRIPTION "file manager for students' files on a LearnLab server
Drop files in, find them again and open them, also without a network.
Uploads and downloads go on after a crash or a lost connection; the key to
the account stays in the keychain of the desktop.
.
Holds the window (learnlab) and the command-line client (learnlab-cli).")

set(CPACK_DEBIAN_SERVER_PACKAGE_NAME learnlab-server)
set(CPACK_DEBIAN_SERVER_PACKAGE_SECTION net)
set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS "adduser, alembic, python3-psycopg2, postgresql-client, openssl")
set(CPACK_DEBIAN_SERVER_PACKAGE_RECOMMENDS "postgresql, ca-certificates")
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA "${packaging}/server/postinst;${packaging}/server/postrm")
set(CPACK_DEBIAN_SERVER_DESCRIPTION "server of LearnLab: PostgreSQL for rows, a directory or S3 for bytes
Accounts, folders, uploads and downloads for learnlab and learnlab-cli, with
maintenance, backups that restore, and units for systemd.
.
Nothing is started before it is configured: see admin.md among its documents.")
include(CPack)
