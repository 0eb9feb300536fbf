def log = new File(basedir, 'build.log').text
assert log.readLines().count { it.contains('Skipped, as waymark.skip says.') } == 4
assert !new File(basedir, 'target/waymark').exists()
