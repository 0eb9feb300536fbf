def log = new File(basedir, 'build.log').text
assert log.contains('MojoExecutionException')
assert log =~ /\[ERROR\] Failed to execute goal .*cannot .*rendered/
assert !log.contains('[ERROR] \tat ')
