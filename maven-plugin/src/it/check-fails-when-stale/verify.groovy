def log = new File(basedir, 'build.log').text
assert log.contains('rendered is up to date.')

// What is stale, and the command that mends it with this project's own configuration.
assert log.contains('[ERROR] shop/gateways/shop/gateway_second.yaml: missing')
assert log.contains('rendered is not what a render would write. To mend it: mvn waymark:render@rendered ')
assert log.contains('another is not what a render would write. To mend it: mvn waymark:render@another ')
assert log.contains('[ERROR]     help: run `mvn waymark:render` with the same inputs and commit the result')
