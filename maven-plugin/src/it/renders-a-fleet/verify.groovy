def out = new File(basedir, 'target/waymark')
assert new File(out, 'prod/shop/gateways/shop/configmap_waypoint-options.yaml').text.contains('replicas: 3')
assert new File(out, 'test/shop/gateways/shop/gateway_waypoint.yaml').exists()
assert !new File(out, 'test/shop/gateways/shop/configmap_waypoint-options.yaml').exists()

// One cluster first, then the other one beside it.
def log = new File(basedir, 'build.log').text
def first = (log =~ /: ([1-9]\d*) written, 0 removed, 0 unchanged/)[0][1]
assert log =~ /: [1-9]\d* written, 0 removed, ${first} unchanged/
