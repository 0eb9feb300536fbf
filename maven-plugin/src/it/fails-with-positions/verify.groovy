def log = new File(basedir, 'build.log').text
assert log.contains('[ERROR] error[WM1001]: ')
assert log =~ /mesh\.yaml:9:11/
assert log.contains('MojoFailureException')
assert !new File(basedir, 'target/waymark').exists()
