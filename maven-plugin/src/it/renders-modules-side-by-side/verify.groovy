def log = new File(basedir, 'build.log').text
assert log.contains('thread count of 2')
for (module in ['alpha', 'beta', 'gamma', 'delta']) {
    def out = new File(basedir, "${module}/target/waymark")
    assert new File(out, "${module}/gateways/${module}/gateway_waypoint.yaml").text.contains("namespace: ${module}")
    assert log.contains("Nothing to do, ${out} is up to date")
}
