def log = new File(basedir, 'build.log').text
def renders = log.readLines().findAll { it =~ /Nothing to do|\d+ written, / }
        .collect { it.contains('Nothing to do') ? 'nothing' : (it =~ /(\d+) written/)[0][1] as int }

// first, again, without a file, with another intent, with an inventory, again, with another inventory, and after a
// render that failed
assert renders.size() == 8
assert renders[0] > 1
assert renders[1] == 'nothing'
assert renders[2] == 1
assert renders[3] > 1
assert renders[4] == 0
assert renders[5] == 'nothing'
assert renders[6] == 0
assert renders[7] == 0

// and where a manifest was edited by hand, the render sees it and keeps what somebody wrote
assert log =~ /\[ERROR\] WM4\d\d\d .*gateway_waypoint.yaml/
assert new File(basedir, 'target/waymark/shop/gateways/shop/gateway_waypoint.yaml').text == 'kind: Gateway\n'
