def gateway = new File(basedir, 'target/waymark/shop/gateways/shop/gateway_waypoint.yaml')
assert gateway.text.contains('kind: Gateway')

def log = new File(basedir, 'build.log').text
assert log =~ /: [1-9]\d* written, 0 removed, 0 unchanged/

// The libraries within do not log through Maven.
assert !log.contains('Unknown keyword')
