def gateway = new File(basedir, 'target/waymark/shop/gateways/shop/gateway_waypoint.yaml')
assert gateway.text.contains('kind: Gateway')

def log = new File(basedir, 'build.log').text
assert log =~ /: [1-9]\d* written, 0 removed, 0 unchanged/
assert log =~ /: 0 written, 0 removed, [1-9]\d* unchanged/
