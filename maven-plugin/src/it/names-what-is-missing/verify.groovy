def log = new File(basedir, 'build.log').text
assert log.contains("There is no ${new File(basedir, 'src/main/mesh')}, which the parameter intents of names-what-is-missing names")
