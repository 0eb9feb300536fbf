def log = new File(basedir, 'build.log').text
def mesh = new File(basedir, 'src/main/mesh/mesh.yaml').path

// Each message once, on a line that an editor and a service make a link of.
assert log.readLines().count { it.startsWith("[ERROR] ${mesh}:9:11 WM1001 ") } == 1
assert log.readLines().count { it.contains('WM1001') } == 1
assert log.contains("[ERROR]     ${mesh}:7:11 ")
assert log.contains('[ERROR]     help: ')
assert log.contains('Waymark found 1 error, and wrote nothing.')
assert log.contains('MojoFailureException')
assert !log.contains('[ERROR] \tat ')
assert !new File(basedir, 'target/waymark').exists()
