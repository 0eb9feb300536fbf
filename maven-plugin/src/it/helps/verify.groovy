def log = new File(basedir, 'build.log').text
for (goal in ['check', 'diff', 'help', 'package', 'render', 'validate']) {
    assert log.contains("waymark:${goal}")
}
assert log.contains('User property: waymark.failOnEffect')
