def log = new File(basedir, 'build.log').text
assert log.readLines().count { it == '[INFO] Skipped.' } == 4
assert !new File(basedir, 'target/waymark').exists()
