def out = new File(basedir, 'ausgabe für alle')
assert new File(out, 'platform/gateways/shared/gateway_waypoint.yaml').exists()
assert new File(out, 'shop/gateways/shop/gateway_waypoint.yaml').exists()
assert new File(basedir, 'target/takes-any-name-1-mesh.zip').exists()

def log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('Nothing to do, ')
